/** Whether a variable, header or flag is named like a secret, so that its value is one whatever it looks like. */
export const isSecretName = (name: string) => /TOKEN|SECRET|KEY|PASSWORD|PASSWD|CREDENTIAL|AUTH|COOKIE/i.test(name)

/** Values that show by their look that they are none: numbers, words, paths, host names, regions, and URLs without user information. */
const PLAIN = [
  /^.{0,5}$/s,
  /^[\d.,:+-]+$/,
  /^[a-z]+(?:[ ,/_-][a-z]+)*$/i,
  /^[a-z]{2}(?:-[a-z]+)+-\d$/,
  /^\.{0,2}\/[\w./-]*$/,
  /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/,
  /^https?:\/\/[\w.:-]+(?:\/[\w./-]*)?$/,
]

/**
 * Whether the value of a variable in a configuration is to be kept out of everything shown. Configuration mixes secrets with
 * modes and paths; to redact those as well would make the transcript unreadable.
 */
export function isSecretValue(name: string, value: string): boolean {
  return isSecretName(name) ? value.length > 5 : !PLAIN.some((pattern) => pattern.test(value))
}
