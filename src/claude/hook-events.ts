/**
 * The flag with which Claude Code reports every hook, not only those of its start; seen with 2.1.330. An earlier version
 * might refuse a flag that it does not know, and of an executable that was already there the version is not known.
 */
export function hookEventArguments(version: string | undefined): readonly string[] {
  const [major = 0, minor = 0, patch = 0] = (version ?? '').split('.').map(Number)
  const isKnown = major > 2 || (major === 2 && (minor > 1 || (minor === 1 && patch >= 330)))
  return isKnown ? ['--include-hook-events'] : []
}
