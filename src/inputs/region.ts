import type { Form } from './form.ts'
import { matching } from './scalars.ts'

/** The shape of a region's name; whether Bedrock serves it is not known here. */
export const regionName = matching(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'must be the name of an AWS region, such as us-east-1')

/** The region of every call; empty, with a problem noted, when there is none. */
export function parseRegion(form: Form): string {
  if (form.text('aws-region') === '') {
    form.refuse('aws-region', {
      must: 'must be given, since neither AWS_REGION nor AWS_DEFAULT_REGION is set (the region of an AWS profile is not used)',
      code: 'region-missing',
    })
  }
  return form.required('aws-region', regionName, '')
}
