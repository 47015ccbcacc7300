/**
 * The regions that serve Amazon Bedrock and that anyone can see: the endpoints of service `bedrock` in botocore 1.44.5
 * (November 2026), the same as https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints-region-availability.html.
 * Hong Kong and China are not among them.
 */
export const BEDROCK_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'ca-west-1',
  'mx-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'me-central-1',
  'me-south-1',
  'il-central-1',
  'af-south-1',
  'us-gov-east-1',
  'us-gov-west-1',
  'eusc-de-east-1',
]

/** Whether AWS lists `region` as one that serves Bedrock. */
export const servesBedrock = (region: string): boolean => BEDROCK_REGIONS.includes(region)

/** Up to three regions that serve Bedrock, nearest in name to `region`, itself left out; for words in a message. */
export function nearbyRegions(region: string): readonly string[] {
  const shared = (known: string) => sharedLength(known, region)
  const near = BEDROCK_REGIONS.filter((known) => known !== region && shared(known) >= 'us-'.length).toSorted(
    (a, b) => shared(b) - shared(a),
  )
  return near.length > 0 ? near.slice(0, 3) : ['us-east-1', 'eu-central-1', 'ap-northeast-1']
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
