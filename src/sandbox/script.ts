import type { Relay } from '../ports/sandbox.ts'

/** Where the agent sees the sockets that lead out of its network. */
const SOCKETS = '/run/claude-code-bedrock'

/**
 * Makes the sandbox, with util-linux alone. It is handed to bash as text: a file could be replaced before root reads it.
 *
 * `sandbox UID GID CAPABILITIES NETWORK MOUNT... -- COMMAND...`, as root, or as the user where user namespaces are allowed.
 * CAPABILITIES is what setpriv takes for `--bounding-set`. NETWORK is `host`, or a network of its own which has a loopback
 * device and nothing else: then it is the folder of sockets that lead out, seen inside as {@link SOCKETS}. Each MOUNT is `kind:/absolute/path`, links resolved, a folder
 * before what lies in it; `kind` is
 *
 * - `rw`, `ro`: as it is outside, writable or not;
 * - `tmp`: an empty folder of the agent's own; `cover`: an empty folder that nobody can write;
 * - `empty`: an empty file in the place of a file or socket; `refused`: a program that says why it does not work;
 * - `over`: as it is outside, but what is written vanishes.
 *
 * All else of the file system is read-only; `/tmp`, `/var/tmp`, `/run`, `/dev` and `/proc` are its own. Any mount that is
 * refused ends it before the command. The shell that stays is process 1 in there: it takes in orphans, and all end with it.
 */
export const SANDBOX_SCRIPT = `
set -euo pipefail
PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022

if [ "$1" != inside ]; then
  # Standard input goes through a process outside, which the agent cannot stop: when it ends, process 1 inside is killed, and
  # unshare ends when all in there are dead.
  exec 3<&0
  exec < <(
    exec 2>/dev/null
    cat <&3 || exit
    fields() { read -r line <"/proc/$1/stat" && set -- "$1" \${line##*) } && parent=$3; }
    fields $BASHPID && [ "$parent" = $$ ] || exit
    for child in /proc/[0-9]*; do
      child=\${child#/proc/}
      [ "$child" != $BASHPID ] && fields "$child" && [ "$parent" = $$ ] && kill -KILL "$child" || :
    done
  )
  exec 3<&-
  spaces=(--mount --pid --ipc --uts --fork --kill-child=KILL --propagation private)
  [ "$4" = host ] || spaces+=(--net)
  ((EUID == 0)) || spaces=(--user --map-user="$1" --map-group="$2" --keep-caps "\${spaces[@]}")
  exec unshare "\${spaces[@]}" -- /bin/bash --norc --noprofile -c "$BASH_EXECUTION_STRING" sandbox inside "$@"
fi

uid=$2 gid=$3 capabilities=$4 network=$5
shift 5
fail() {
  echo "sandbox: $*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null; }
if [ "$network" != host ]; then
  if has ip; then
    ip link set lo up
  elif has ifconfig; then
    ifconfig lo up
  elif has perl; then
    # The request SIOCSIFFLAGS with the flag IFF_UP (netdevice(7)).
    perl -e 'socket my $any, 2, 2, 0 or die "$!\n"; ioctl $any, 0x8914, pack "a16 s x22", "lo", 1 or die "SIOCSIFFLAGS: $!\n"'
  else
    fail 'a network of its own takes ip (iproute2), ifconfig (net-tools) or perl'
  fi
  # Of this network alone, so that the agent finds a service on the port that it has outside.
  echo 0 2>/dev/null >/proc/sys/net/ipv4/ip_unprivileged_port_start || :
fi
for stage in /media /mnt /srv ''; do [ ! -d "$stage" ] || break; done
[ -n "$stage" ] || fail 'none of /media, /mnt and /srv is there'
quiet=nosuid,nodev world=$stage/world new=$stage/new
mount -t tmpfs -o mode=0755,$quiet tmpfs $stage
mkdir $world $new

# The whole file system, read-only. What lies below these folders is out of sight later.
is_private() { case $1 in /proc | /proc/* | /dev | /dev/* | /run | /run/* | /tmp | /tmp/* | /var/tmp | /var/tmp/*) ;; *) false ;; esac; }
mount --rbind / $world
umount $world$stage
while read -r _ _ _ _ at options _; do
  printf -v at %b "$at"
  case $at in $world | $world/*) ;; *) continue ;; esac
  case $options in ro | ro,*) continue ;; esac
  is_private "\${at#"$world"}" || mount -o "remount,bind,ro,\${options#rw,}" "$at"
done </proc/self/mountinfo
mount --rbind $world $new

mount -t tmpfs -o mode=1777,$quiet tmpfs $new/tmp
[ ! -d $new/var/tmp ] || [ -L $new/var/tmp ] || mount -t tmpfs -o mode=1777,$quiet tmpfs $new/var/tmp
mount -t tmpfs -o mode=0755,$quiet tmpfs $new/run
mkdir -m 1777 $new/run/lock
if [ "$network" != host ]; then
  mkdir $new${SOCKETS}
  mount --bind "$world$network" $new${SOCKETS}
  mount -o remount,bind,ro,$quiet,noexec $new${SOCKETS}
fi
mount -t proc -o $quiet,noexec proc $new/proc
if ((uid == 0)); then
  # Files of the kernel that belong to uid 0, which needs no capability to write them.
  for at in sys sysrq-trigger irq bus acpi scsi fs; do
    [ -e $new/proc/$at ] || continue
    mount --bind $new/proc/$at $new/proc/$at
    mount -o remount,bind,ro,$quiet,noexec $new/proc/$at
  done
fi
mount -t tmpfs -o mode=0755,nosuid tmpfs $new/dev
mkdir $new/dev/pts $new/dev/shm
for at in null zero full random urandom tty; do
  : >$new/dev/$at
  mount --bind /dev/$at $new/dev/$at
done
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,nosuid,noexec devpts $new/dev/pts
mount -t tmpfs -o mode=1777,$quiet tmpfs $new/dev/shm
for at in fd:/proc/self/fd stdin:fd/0 stdout:fd/1 stderr:fd/2 ptmx:pts/ptmx; do ln -s "\${at#*:}" "$new/dev/\${at%%:*}"; done

mkdir $stage/files
: >$stage/files/empty
printf '%s\\n' '#!/bin/sh' 'echo "\${0##*/}: not in the sandbox of this action. The workflow gives it back with isolation: off" >&2' 'exit 1' >$stage/files/refused
chmod 0555 $stage/files/refused
mount --bind $stage/files $stage/files
mount -o remount,bind,ro,$quiet $stage/files
covers=() writable=()
while [ "$1" != -- ]; do
  kind=\${1%%:*} at=\${1#*:} layer=$stage/layer$#
  shift
  if [ ! -e "$new$at" ]; then
    case $kind in
      tmp | cover | over) mkdir -p "$new$at" ;;
      *) if [ -d "$at" ]; then mkdir -p "$new$at"; else mkdir -p "$new\${at%/*}" && : >"$new$at"; fi ;;
    esac
  fi
  case $kind in
    rw) mount --rbind "$at" "$new$at" ;;
    ro) mount --rbind "$world$at" "$new$at" ;;
    tmp) mount -t tmpfs -o "mode=0700,uid=$uid,gid=$gid,$quiet" tmpfs "$new$at" ;;
    cover) mount -t tmpfs -o "mode=0755,$quiet" tmpfs "$new$at" ;;
    empty | refused) mount --bind "$stage/files/$kind" "$new$at" ;;
    over)
      mkdir -p $layer/lower $layer/upper $layer/work
      chown --reference="$at" $layer/upper 2>/dev/null || :
      chmod --reference="$at" $layer/upper
      private=
      ((EUID == 0)) || private=,userxattr
      # By another name, since overlay splits its options at commas and colons.
      mount --rbind "$world$at" $layer/lower
      mount -t overlay -o "lowerdir=$layer/lower,upperdir=$layer/upper,workdir=$layer/work$private" overlay "$new$at"
      ;;
    *) fail "kind $kind" ;;
  esac
  case $kind in
    rw | tmp | over) writable+=("$at") ;;
    cover) covers+=("$at") ;;
  esac
done
shift
for at in "\${covers[@]}"; do mount -o remount,bind,ro,$quiet "$new$at"; done

cd $new
pivot_root . .
umount -l .
cd /

# Nothing else may be writable, whatever this machine has mounted.
while read -r _ _ _ _ at options _; do
  printf -v at %b "$at"
  case $options in ro | ro,*) continue ;; esac
  ! is_private "$at" || continue
  for known in "\${writable[@]}"; do case $at in "$known" | "$known"/*) continue 2 ;; esac; done
  fail "$at is still writable"
done </proc/self/mountinfo

identity=()
((EUID != 0)) || identity=(--reuid="$uid" --regid="$gid" --clear-groups)
exec env -i setpriv "\${identity[@]}" --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set="$capabilities" --pdeathsig KILL -- /bin/bash --norc --noprofile -c 'set -m; "$@" <&0 & exec </dev/null >/dev/null 2>&1; wait "$!"' sandbox "$@"
`

/**
 * Starts the agent inside the sandbox; handed to Node as text (`node -e`), with a {@link describeRelay} for each port that
 * leads out. Says `ready` on standard output when these listen, then reads standard input: first the command as a line of JSON,
 * `{ file, args, cwd, env, input }` (its standard input); after it names of signals for it, a line each. The end of standard input
 * ends everything.
 * Its exit code is the command's, 128 and the signal's number, or 127 when the command could not be started.
 *
 * Once the command runs, nothing of this process leads to the action's pipes: commands of the agent could take them from here
 * and write events of their own. The descriptors are replaced, since a socket would get a number that is free.
 */
export const LAUNCHER = `
const { spawn } = require('node:child_process')
const { closeSync, openSync, writeSync } = require('node:fs')
const { connect, createServer } = require('node:net')
const { constants } = require('node:os')
const relay = (path, port, host) => new Promise((resolve, reject) => {
  const options = { allowHalfOpen: true, noDelay: true }
  createServer(options, (near) => {
    const far = connect({ path, allowHalfOpen: true })
    near.pipe(far).pipe(near)
    for (const [one, other] of [[near, far], [far, near]]) {
      one.on('error', () => other.destroy())
      one.on('close', () => one.readableEnded || other.destroy())
    }
  }).on('error', reject).listen(port, host, resolve)
})
let text = ''
let child
process.stdin.setEncoding('utf8')
process.stdin.on('data', (piece) => {
  const lines = (text + piece).split('\\n')
  text = lines.pop()
  for (const line of lines) child ? child.kill(line) : start(JSON.parse(line))
})
process.stdin.on('end', () => process.exit(143))
function start({ file, args, cwd, env, input }) {
  child = spawn(file, args, { cwd, env, stdio: ['pipe', 'inherit', 'inherit'] })
  child.on('error', (error) => {
    if (child.pid === undefined) process.exit(127)
  })
  if (child.pid === undefined) writeSync(2, 'The sandbox could not start ' + file + '\\n')
  for (const descriptor of [1, 2]) {
    closeSync(descriptor)
    openSync('/dev/null', 'w')
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
}
const open = async (pair) => {
  const [port, path] = pair.split('=')
  await relay(path, Number(port), '127.0.0.1')
  // Where the kernel has IPv6, localhost may be either.
  await relay(path, Number(port), '::1').catch(() => undefined)
}
Promise.all(process.argv.slice(1).map(open)).then(
  () => writeSync(1, 'ready\\n'),
  (error) => {
    writeSync(2, 'sandbox: ' + error.message + '\\n')
    process.exit(1)
  },
)
`

/** A relay as the launcher takes it. */
export const describeRelay = ({ port, socket }: Relay) => `${port}=${SOCKETS}/${socket}`
