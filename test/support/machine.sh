#!/bin/bash
# machine.sh KIND PROJECT NODE CLAUDE -- COMMAND...: a runner of the test's own, over a copy-on-write view of this machine.
# Runs as root in mount, process, network, IPC and UTS namespaces of its own; nothing it does outlives it.
set -euo pipefail
PATH=/usr/sbin:/usr/bin:/sbin:/bin
kind=$1 project=$2 node=$3 claude=$4
shift 5

ip link set lo up
hostname runner
stage=/media new=/media/machine
mount -t tmpfs -o mode=0755 tmpfs "$stage"
mkdir "$stage"/{upper,work,machine}
# Metadata alone is copied for chown and chmod: Claude Code has 380 MB.
mount -t overlay -o lowerdir=/,upperdir="$stage/upper",workdir="$stage/work",metacopy=on overlay "$new"
mount -t proc proc "$new/proc"
mount --rbind /sys "$new/sys"
mount --rbind /dev "$new/dev"
mount -t tmpfs tmpfs "$new/dev/shm"
for folder in tmp run; do mount -t tmpfs -o mode=1777 tmpfs "$new/$folder"; done
chmod 0755 "$new/run"
mkdir -p "$new/home"
mount -t tmpfs -o mode=0755 tmpfs "$new/home"
# Where a checkout of this project lies in one of them, as on hosted runners, it is seen all the same.
case $project in
  /tmp/* | /run/* | /home/*)
    mkdir -p "$stage"/project/{upper,work} "$new$project"
    mount -t overlay -o lowerdir="$project",upperdir="$stage/project/upper",workdir="$stage/project/work",metacopy=on overlay "$new$project"
    ;;
esac

cd "$new"
# What this machine allows to whom is not what a runner allows.
rm -rf etc/sudoers.d
mkdir etc/sudoers.d
[ "$kind" != user ] || rm -f usr/bin/sudo
echo 'runner:x:1001:' >>etc/group
echo 'docker:x:1002:runner' >>etc/group
echo 'runner:x:1001:1001:Runner:/home/runner:/bin/bash' >>etc/passwd
echo 'runner:*:19000:0:99999:7:::' >>etc/shadow
echo '127.0.0.1 localhost runner' >etc/hosts
# In a job container actions/checkout says this of the workspace.
printf '[safe]\n\tdirectory = *\n' >etc/gitconfig
[ "$kind" != hosted ] || (umask 0227; echo 'runner ALL=(ALL) NOPASSWD: ALL' >etc/sudoers.d/runner)

case $kind in
  hosted | user | bare)
    work=home/runner/work externals=home/runner/actions-runner/externals tools=opt/hostedtoolcache home=home/runner uid=1001
    mkdir -p "$home"
    cp -a etc/skel/. "$home"
    ;;
  *) work=__w externals=__e tools=__t home=github/home uid=0 ;;
esac
# File handles lead to what lies in a tmpfs.
mkdir -p "$work"
[ "$uid" != 0 ] || mount -t tmpfs -o mode=0755 tmpfs "$new/$work"
mkdir -p "$work"/{_temp,_actions/owner/action/v0,repository/repository} "$externals/node24/bin" "$tools" "$home"
cp "$node" "$externals/node24/bin/node"
cp -a "$project/dist" "$project/action.yml" "$work/_actions/owner/action/v0"
echo secret-of-the-runner >"$externals/../.credentials"
if [ "$claude" != - ]; then
  mkdir -p "$tools/claude-code/stage"
  # Seen where it lies, through the overlay: a rename moves the folder without its bytes.
  mv ".$claude/claude-code"/* "$tools/claude-code/"
  rmdir "$tools/claude-code/stage"
fi
# The project's own files stay whose they are.
own() { find "$@" -xdev -exec chown -h 1001:1001 {} +; }
case $kind in
  container-own) chown -R root:root "$work" ;;
  *) own "$work" "$externals" "$tools" ;;
esac
[ "$uid" = 0 ] || own "$home"

mkdir -p "$new/media"
pivot_root . .
umount -l .
cd /
export HOME=/$home PATH=/$home/.local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export MACHINE_WORK=/$work MACHINE_TOOLS=/$tools MACHINE_NODE=/$externals/node24/bin/node
as=(setpriv --inh-caps=-all --ambient-caps=-all)
[ "$uid" = 0 ] || as+=(--reuid=1001 --regid=1001 --groups=1001,1002)
# Docker's default set of capabilities has no CAP_SYS_ADMIN.
[ "$kind" != container-locked ] || as+=(--bounding-set=-sys_admin)
filter=$REFUSE_USER_NAMESPACES
unset REFUSE_USER_NAMESPACES
case $kind in
  hosted | bare | container-locked) as=(perl -e "$filter" "${as[@]}") ;;
esac
# This shell stays as process 1, which takes in orphans.
"${as[@]}" "$MACHINE_NODE" "$@"
