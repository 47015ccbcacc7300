import { Failure, yaml } from './errors.ts'
import type { Environment } from './ports/machine.ts'

/**
 * Regions in which Amazon Bedrock has FIPS endpoints: those of botocore 1.44.8, and us-west-1 of
 * https://docs.aws.amazon.com/general/latest/gr/bedrock.html (November 2026).
 */
const BEDROCK_FIPS_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'us-gov-east-1',
  'us-gov-west-1',
]

/** Regions in which AWS STS has FIPS endpoints (botocore 1.44.8). */
const STS_FIPS_REGIONS = BEDROCK_FIPS_REGIONS.filter((region) => region !== 'ca-central-1')

/** Whether the job asks for FIPS endpoints, by the variable of the AWS SDKs. */
export const usesFips = (env: Environment) => env.AWS_USE_FIPS_ENDPOINT?.trim().toLowerCase() === 'true'

/** What a run calls with FIPS endpoints asked for: Bedrock in these regions, and STS in one. */
export interface FipsRequest {
  readonly bedrockRegions: readonly string[]
  /** Undefined where no call goes to STS. */
  readonly stsRegion: string | undefined
}

/** Throws a Failure when AWS_USE_FIPS_ENDPOINT asks for an endpoint that AWS does not have; addresses of the user's own are used as they are. */
export function requireFipsEndpoints({ bedrockRegions, stsRegion }: FipsRequest, env: Environment): void {
  if (!usesFips(env)) return
  const lacking = bedrockRegions.find((region) => !BEDROCK_FIPS_REGIONS.includes(region))
  if (lacking !== undefined && !env.ANTHROPIC_BEDROCK_BASE_URL && !env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME)
    throw noEndpoint('Amazon Bedrock', lacking, BEDROCK_FIPS_REGIONS)
  if (stsRegion !== undefined && !STS_FIPS_REGIONS.includes(stsRegion) && !env.AWS_ENDPOINT_URL_STS)
    throw noEndpoint('AWS STS', stsRegion, STS_FIPS_REGIONS)
}

function noEndpoint(service: string, region: string, regions: readonly string[]): Failure {
  const sts = service === 'AWS STS'
  return new Failure('region-unsupported', {
    message: `AWS_USE_FIPS_ENDPOINT is true, and ${service} has no FIPS endpoint in ${region}. It has them in ${regions.join(', ')}.`,
    fix: sts
      ? [
          'Name the FIPS endpoint of another region:',
          yaml('env:\n  AWS_ENDPOINT_URL_STS: https://sts-fips.us-east-1.amazonaws.com'),
        ]
      : [
          'Choose one of these regions, or remove AWS_USE_FIPS_ENDPOINT from the environment of the job:',
          yaml('with:\n  aws-region: us-east-1'),
        ],
  })
}
