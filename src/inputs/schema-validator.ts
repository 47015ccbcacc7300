import type { Ajv, Options } from 'ajv'

/** ajv, loaded when it is needed. Through `default`, which its CommonJS has in Node as in the bundle. */
export async function schemaValidator(options: Options): Promise<Ajv> {
  const { default: loaded } = await import('ajv')
  return new loaded.default({ validateFormats: false, logger: false, ...options })
}
