/** Why bubblewrap does not work here. `isForbidden`: AppArmor keeps ordinary users from making namespaces. */
export type Obstacle =
  | { readonly kind: 'platform' }
  | { readonly kind: 'missing'; readonly isForbidden: boolean }
  | { readonly kind: 'failed'; readonly isForbidden: boolean; readonly words: string }

/** An obstacle in words, and what to do about it. */
export function notIsolated(obstacle: Obstacle): { why: string; fix: string } {
  if (obstacle.kind === 'platform')
    return {
      why: 'bubblewrap is for Linux only.',
      fix: 'Run the job on a Linux runner, such as:\n  runs-on: ubuntu-24.04',
    }
  const steps = [...(obstacle.kind === 'missing' ? [INSTALL] : []), ...(obstacle.isForbidden ? [ALLOW] : [])]
  const why =
    obstacle.kind === 'missing'
      ? 'bubblewrap (bwrap) is not on this runner.'
      : `bubblewrap does not work on this runner: "${obstacle.words}".`
  return { why, fix: steps.length > 0 ? `In a step before this one:\n${steps.join('\n')}` : NAMESPACES }
}

const INSTALL = '  - run: sudo apt-get update && sudo apt-get install --yes bubblewrap'

const ALLOW = '  - run: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'

const NAMESPACES = [
  'It takes user namespaces (sysctl user.max_user_namespaces, on Debian also kernel.unprivileged_userns_clone). A job in a',
  'container lacks them unless Docker grants them; run it without `container:`, or accept that the container is the wall.',
].join('\n')
