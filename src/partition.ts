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
