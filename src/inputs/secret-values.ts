/** Whether a variable, header or flag is named like a secret, so that its value is one whatever it looks like. */
export const isSecretName = (name: string) => /TOKEN|SECRET|KEY|PASSWORD|PASSWD|CREDENTIAL|AUTH|COOKIE/i.test(name)

/** Values that name a place: regions, paths, hosts, and URLs without user information. */
const PLACES = [
  /^[a-z]{2}(?:-[a-z]+)+-\d$/,
  /^\.{0,2}\/[\w./-]*$/,
  /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/,
  /^https?:\/\/[\w.:-]+(?:\/[\w./-]*)?$/,
]

/**
 * Whether the value of a variable in a configuration is to be kept out of everything shown. Configuration mixes secrets with
 * modes, numbers and places; to redact those as well would make the transcript unreadable.
 */
export function isSecretValue(name: string, value: string): boolean {
  if (value.length < 6) return false
  if (isSecretName(name) || isSecretName(value) || /:\/\/[^/\s]*@/.test(value)) return true
  const isRandom = /^\S{8,}$/.test(value) && /[a-z]/i.test(value) && /\d/.test(value)
  return isRandom && !PLACES.some((pattern) => pattern.test(value))
}

/** Whether the value of a header that a user adds to the calls is one: AWS's own headers hold modes and ids beside secrets. */
export function isSecretHeader(name: string, value: string): boolean {
  return /^x-amzn-/i.test(name) ? isSecretValue(name, value) : value.length >= 6
}
