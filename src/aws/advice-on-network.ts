import { BEDROCK_REGIONS, nearbyRegions } from '../bedrock/regions.ts'
import type { ServiceError } from '../errors.ts'
import type { Advice, Attempt } from './advice.ts'

/** There is no STS host of this region: no such region. */
export function regionUnknown({ settings }: Attempt): Advice {
  return {
    meaning: `AWS has no host for the region ${settings.region}: most likely there is no such region.`,
    fix: otherRegions(settings.region),
  }
}

/** STS is there, but not for this account. */
export function regionDisabled({ settings }: Attempt): Advice {
  return {
    meaning: `The account has not enabled the region ${settings.region}.`,
    fix: `${otherRegions(settings.region)}\n\nOr enable it: \`aws account enable-region --region-name ${settings.region}\`.`,
  }
}

/** Nothing answered, or something that is not the service did. */
export function noConnection({ settings }: Attempt, error: ServiceError): Advice {
  const host = error.host ?? hostOf(error.service, settings.region)
  return {
    meaning: `The runner has no working connection to ${host}. This is about the network, not about permissions.`,
    fix: `Let the runner reach ${host} over HTTPS. Behind a proxy, set for the runner:

    HTTPS_PROXY=http://PROXY:PORT
    NO_PROXY=127.0.0.1,localhost,169.254.169.254
    NODE_EXTRA_CA_CERTS=/path/of/the/proxy-ca.pem   # if it opens TLS

In a VPC without internet, make an interface endpoint for STS and set AWS_ENDPOINT_URL_STS to its URL.`,
  }
}

/** Too many calls in the account at the same time. */
export function throttled(): Advice {
  return {
    meaning: 'Too many such calls were made in this account at the same time; the action has tried again in vain.',
    fix: 'Run the job again. In a large matrix, lower `strategy.max-parallel`.',
  }
}

/** The service has trouble of its own. */
export function unavailable(): Advice {
  return {
    meaning: 'The service failed by itself; the action has tried again in vain.',
    fix: 'See https://health.aws.amazon.com/health/status, then run the job again.',
  }
}

function otherRegions(region: string): string {
  return `Choose a region that serves Bedrock:

    with:
      aws-region: ${nearbyRegions(region)[0] ?? 'us-east-1'}

They are ${BEDROCK_REGIONS.join(', ')}.`
}

function hostOf(service: string, region: string): string {
  return service === 'GitHub OIDC' ? '*.actions.githubusercontent.com' : `AWS STS of ${region}`
}
