import { accessCases } from './error-cases-access.ts'
import { accountCases } from './error-cases-account.ts'
import { credentialsCases } from './error-cases-credentials.ts'
import { deniedCases } from './error-cases-denied.ts'
import { networkCases } from './error-cases-network.ts'
import { requestCases } from './error-cases-request.ts'
import { throughputCases } from './error-cases-throughput.ts'
import type { Case } from './error-cases.ts'

/** An answer for each rule of Bedrock's errors, and more. */
export const CASES: readonly Case[] = [
  ...accessCases,
  ...accountCases,
  ...deniedCases,
  ...throughputCases,
  ...requestCases,
  ...credentialsCases,
  ...networkCases,
]
