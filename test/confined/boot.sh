#!/bin/sh
# boot.sh <folder>: systemd as process 1 of namespaces of its own, on a throw-away layer over this machine's root, with the
# agent of <folder>/heraut-edge in /opt and the units of <folder>/units. It ends itself when confined.target is through.
set -eu
folder=$1
root=$folder/layer/root
mount --make-rprivate /
mount -t tmpfs tmpfs "$folder/layer"
mkdir "$folder/layer/changes" "$folder/layer/work" "$root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/layer/changes,workdir=$folder/layer/work" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount -t tmpfs tmpfs "$root/dev"
mkdir "$root/dev/pts" "$root/dev/shm"
mount --bind /dev/pts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/run"
mkdir "$root/confined"
mv "$folder/heraut-edge" "$root/opt/"
mount --bind "$folder/told" "$root/confined"
chroot "$root" useradd --system --home-dir /var/lib/heraut-edge --shell /usr/sbin/nologin --groups dialout heraut-edge
# A serial port of the board, and a terminal of another kind that the unit alone keeps away: the same group may open either.
for device in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0 ptmx:5:2 ttyS0:4:64 ttyprintk:5:3; do
  chroot "$root" sh -c 'IFS=:; set -- $1; mknod -m 666 "/dev/$1" c "$2" "$3"' sh "$device"
done
chroot "$root" sh -c 'chgrp dialout /dev/ttyS0 /dev/ttyprintk && chmod 660 /dev/ttyS0 /dev/ttyprintk'
cp "$folder"/units/* "$root/etc/systemd/system/"
# What would set up the machine that this runs on, and not the box.
for unit in systemd-sysctl systemd-binfmt systemd-modules-load systemd-udevd systemd-udev-trigger systemd-random-seed; do
  ln -sf /dev/null "$root/etc/systemd/system/$unit.service"
done
exec chroot "$root" env container=lxc /usr/lib/systemd/systemd --system --unit=confined.target --log-target=console
