// Errors of Bedrock's catalogue that no retry can help, the failure of each, and a run that meets one.
import { BEDROCK_ERRORS } from '../emulators/bedrock-errors.ts'
import type { CallInSight } from '../emulators/bedrock-faults.ts'
import type { StepOptions } from './runner.ts'
import { MODEL, scenario, type Scenario } from './scenario.ts'

/** Codes by the emulator's name of the error. */
export const FINAL_ERRORS = {
  modelNoAccess: 'model-access-denied',
  iamDenied: 'iam-permission-missing',
  sessionPolicyDenied: 'iam-permission-missing',
  boundaryDenied: 'iam-permission-missing',
  scpDenied: 'explicitly-denied',
  identityPolicyDenied: 'explicitly-denied',
  marketplacePermissions: 'marketplace-subscription-missing',
  marketplacePayment: 'marketplace-subscription-missing',
  useCaseForm: 'use-case-form-missing',
  useCaseFormOlder: 'use-case-form-missing',
  modelEndOfLife: 'model-retired',
  modelLegacy: 'model-retired',
  onDemandUnsupported: 'inference-profile-required',
  modelIdInvalid: 'model-not-found',
  accountHold: 'account-not-authorized',
  dataRetention: 'account-not-authorized',
  notForThisAccount: 'account-not-authorized',
  unsupportedCountry: 'account-not-authorized',
  onDemandNotSupported: 'inference-profile-required',
  tooManyTokensPerDay: 'daily-quota-exhausted',
  serviceQuota: 'quota-exceeded',
  keyExpired: 'credentials-expired',
} as const satisfies Partial<Record<keyof typeof BEDROCK_ERRORS, string>>

/** Name of an error that lasts. */
export type FinalError = keyof typeof FINAL_ERRORS

/** All of them, as rows of a table. */
export const FINAL_ERROR_ROWS = Object.entries(FINAL_ERRORS).map(([name, code]) => ({ name: name as FinalError, code }))

/** Emulators on which the agent goes on and on. */
export function endlessRun(): Promise<Scenario> {
  const script = () => ({ toolUses: [{ name: 'Bash', input: { command: 'echo on', description: 'Go on' } }] })
  return scenario({ aws: { script } })
}

/** Runs the step until its `from`th call of the model is refused, and every later one; preflight's is the first. */
export async function runRefused(
  here: Scenario,
  { name, from }: { name: FinalError; from: number },
  options: Pick<StepOptions, 'onOutput'> = {},
) {
  here.aws.bedrock.faults.clear()
  here.aws.bedrock.faults.inject(BEDROCK_ERRORS[name], { times: Infinity, from, when: ofTheModel })
  const earlier = here.aws.bedrock.calls.length
  const inputs = { prompt: 'Go on.', 'allowed-tools': 'Bash(echo:*)', 'upload-transcript': 'never' }
  const result = await here.step({ ...inputs, 'timeout-minutes': '0.5' }, options)
  const calls = here.aws.bedrock.calls.slice(earlier).filter(({ model }) => model === MODEL)
  return { ...result, calls }
}

const ofTheModel = ({ plane, model }: CallInSight) => plane === 'runtime' && model === MODEL
