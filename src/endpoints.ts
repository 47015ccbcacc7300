import { Failure, yaml } from './errors.ts'
import type { Environment } from './ports/machine.ts'

/**
 * How regions outside of the partition `aws` begin, their partition, and what the host names of their services end in, as the AWS
 * SDK has it (`partitions.js` of `@aws-sdk/core`, 3.1164.0).
 */
const PARTITIONS = [
  ['cn-', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-', 'aws-us-gov', 'amazonaws.com'],
  ['us-iso-', 'aws-iso', 'c2s.ic.gov'],
  ['us-isob-', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['eu-isoe-', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['us-isof-', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['eusc-', 'aws-eusc', 'amazonaws.eu'],
] as const

const find = (region: string) => PARTITIONS.find(([start]) => region.startsWith(start))

/** The partition of a region, as ARNs name it: `aws-cn` for `cn-north-1`. */
export const partitionOf = (region: string): string => find(region)?.[1] ?? 'aws'

/** What the host names of a region's services end in, without a leading dot. */
export const dnsSuffixOf = (region: string): string => find(region)?.[2] ?? 'amazonaws.com'

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

/**
 * Throws a Failure when AWS_USE_FIPS_ENDPOINT asks for an endpoint that AWS does not have: of Bedrock in these regions, and of STS in
 * one (undefined where no call goes there). Addresses of the user's own are used as they are.
 */
export function requireFipsEndpoints(
  { bedrockRegions, stsRegion }: { readonly bedrockRegions: readonly string[]; readonly stsRegion: string | undefined },
  env: Environment,
): void {
  if (!usesFips(env)) return
  const lacking = bedrockRegions.find((region) => !BEDROCK_FIPS_REGIONS.includes(region))
  if (lacking !== undefined && !env.ANTHROPIC_BEDROCK_BASE_URL && !env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME)
    throw new Failure('region-unsupported', {
      message: noEndpoint('Amazon Bedrock', lacking, BEDROCK_FIPS_REGIONS),
      fix: [
        'Choose one of these regions, or remove AWS_USE_FIPS_ENDPOINT from the environment of the job:',
        yaml('with:\n  aws-region: us-east-1'),
      ],
    })
  if (stsRegion !== undefined && !STS_FIPS_REGIONS.includes(stsRegion) && !env.AWS_ENDPOINT_URL_STS)
    throw new Failure('region-unsupported', {
      message: noEndpoint('AWS STS', stsRegion, STS_FIPS_REGIONS),
      fix: [
        'Name the FIPS endpoint of another region:',
        yaml('env:\n  AWS_ENDPOINT_URL_STS: https://sts-fips.us-east-1.amazonaws.com'),
      ],
    })
}

const noEndpoint = (service: string, region: string, regions: readonly string[]) =>
  `AWS_USE_FIPS_ENDPOINT is true, and ${service} has no FIPS endpoint in ${region}. It has them in ${regions.join(', ')}.`
