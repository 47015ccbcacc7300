/** The flag with which Claude Code reports all hooks (seen with 2.1.330); an earlier version might refuse it, and so might one not known. */
export function hookEventArguments(version: string | undefined): readonly string[] {
  const [major = 0, minor = 0, patch = 0] = (version ?? '').split('.').map(Number)
  const isKnown = major > 2 || (major === 2 && (minor > 1 || (minor === 1 && patch >= 330)))
  return isKnown ? ['--include-hook-events'] : []
}
