#!/usr/bin/env bash
# Installs what building, testing or measuring needs, and nothing that is there already.
#
# usage: scripts/setup.sh build|demo|test|bench|faults|sheets
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly minimum_swift=6.3 minimum_free_gb=3
readonly packages_build=(
  ca-certificates git libcurl4-openssl-dev libdeflate-dev libexif-dev libpango1.0-dev libpcre2-dev
  libproj-dev libsimdjson-dev libsqlite3-dev libxlsxwriter-dev libxml2-dev libzip-dev pkg-config
)
# PDF needs Chinese fonts.
readonly packages_demo=(fonts-noto-cjk)
readonly packages_test=(
  curl fonts-noto-cjk gdal-bin libimage-exiftool-perl poppler-utils proj-bin python3 python3-hypothesis
  python3-jsonschema python3-openpyxl python3-pil python3-tuspy python3-xlsxwriter shellcheck sqlite3
)
readonly packages_bench=(gdal-bin python3 python3-venv)
readonly packages_sheets=(
  fonts-noto-cjk libreoffice-calc-nogui poppler-utils python3 python3-openpyxl
)
readonly packages_faults=(faketime gcc libc6-dev mount python3 util-linux)

say() { printf '==> %s\n' "$1" >&2; }

# fail STATUS CHINESE ENGLISH: one clear sentence in each language, and the exit status (sysexits.h).
fail() {
  printf 'setup: %s\nsetup: %s\n' "$2" "$3" >&2
  exit "$1"
}

check_swift() {
  local banner version
  command -v swift >/dev/null ||
    fail 69 "找不到 swift；请安装 Swift ${minimum_swift} 或更新版本（https://www.swift.org/install/linux/debian/12/）并加入 PATH。" \
      "swift was not found; install Swift ${minimum_swift} or newer (https://www.swift.org/install/linux/debian/12/) and add it to PATH."
  banner=$(swift --version 2>&1) ||
    fail 69 "swift 无法启动；请检查 Swift 工具链的安装。" \
      "swift does not start; check how the Swift toolchain was installed."
  [[ $banner =~ Swift\ version\ ([0-9]+\.[0-9]+(\.[0-9]+)?) ]] ||
    fail 69 "无法识别 swift 的版本。" "swift's version was not understood."
  version=${BASH_REMATCH[1]}
  [[ $(printf '%s\n' "$minimum_swift" "$version" | sort -V | head -n 1) == "$minimum_swift" ]] ||
    fail 69 "Swift ${version} 太旧；需要 ${minimum_swift} 或更新版本。" \
      "Swift ${version} is too old; ${minimum_swift} or newer is needed."
  say "Swift $version"
}

check_space() {
  local free_kb
  [[ -d .build ]] && return # What takes the room is built already.
  free_kb=$(df -Pk . | awk 'NR == 2 { print $4 }')
  ((free_kb >= minimum_free_gb * 1024 * 1024)) ||
    fail 74 "磁盘剩余空间不足：构建需要 ${minimum_free_gb} GB，现有 $((free_kb / 1024)) MB。" \
      "Not enough disk space: a build needs ${minimum_free_gb} GB, $((free_kb / 1024)) MB are free."
}

is_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Asks for a password only where a person can give one.
may_install() {
  if [[ $(id -u) == 0 ]]; then return 0; fi
  command -v sudo >/dev/null || return 1
  if sudo -n true 2>/dev/null; then return 0; fi
  [[ -t 0 ]] && sudo -v
}

# as_root COMMAND…: runs it with the rights that installing needs.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

install_packages() {
  local missing=() package log
  { command -v dpkg-query && command -v apt-get; } >/dev/null ||
    fail 69 "本机没有 apt；请自行安装：$*。" "This machine has no apt; install these yourself: $*."
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then
    say "All $# packages are there"
    return
  fi
  may_install ||
    fail 77 "没有安装软件包的权限；请以 root 运行：apt-get install ${missing[*]}" \
      "No rights to install packages; run as root: apt-get install ${missing[*]}"
  log=$(mktemp)
  # shellcheck disable=SC2064  # The name is fixed now; the variable is gone when the trap runs.
  trap "rm -f '$log'" EXIT
  say "Reading the package lists"
  as_root apt-get -o DPkg::Lock::Timeout=120 update -qq >"$log" 2>&1 || apt_failed "$log" update
  say "Installing ${missing[*]}"
  # Nothing that the user has is removed to make room.
  as_root apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends --no-remove \
    "${missing[@]}" >"$log" 2>&1 || apt_failed "$log" install
}

# apt_failed LOG STEP: apt's own last words, then ours.
apt_failed() {
  tail -n 5 "$1" >&2
  fail 69 "apt-get $2 失败（原因见上）；请检查网络与软件源，然后重试。" \
    "apt-get $2 failed for the reason above; check the network and the package sources, then try again."
}

main() {
  case ${1-} in
    build) set -- "${packages_build[@]}" ;;
    demo) set -- "${packages_build[@]}" "${packages_demo[@]}" ;;
    test) set -- "${packages_build[@]}" "${packages_test[@]}" ;;
    bench) set -- "${packages_build[@]}" "${packages_bench[@]}" ;;
    sheets) set -- "${packages_build[@]}" "${packages_sheets[@]}" ;;
    faults) set -- "${packages_build[@]}" "${packages_faults[@]}" ;;
    *) fail 64 "用法：scripts/setup.sh build|demo|test|bench|faults|sheets" "usage: scripts/setup.sh build|demo|test|bench|faults|sheets" ;;
  esac
  check_swift
  check_space
  install_packages "$@"
}

main "$@"
