#!/usr/bin/env bash
# Feeds the readers of foreign files what libFuzzer makes up, guided by what it reaches in them.
#
# usage: scripts/fuzz.sh SECONDS [TARGET…]      each target, or those named, for SECONDS
#        scripts/fuzz.sh replay TARGET FILE     one input again
# Findings (crashes, 10 s for an input, 512 MB) stand in Fuzz/found/; the exit status is then 1. What
# reached something new is kept in Fuzz/grown/ for the next time; Fuzz/corpus/ is what it starts from.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly targets=(csv workbook expression form mapping position geojson table photo)
readonly program=Fuzz/.build/release/fuzz

# Swift's own report of a crash waits for ever in a process that a sanitizer has taken over.
export SWIFT_BACKTRACE=enable=no
# Without a quarantine of freed memory, so that the limit counts what the reader holds.
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=8:allocator_may_return_null=1

build() {
  local log
  log=$(mktemp)
  # Debug asserts stay, since an input that breaks one is a finding.
  swift build --package-path Fuzz -c release --product fuzz -Xswiftc -sanitize=fuzzer,address \
    -Xswiftc -use-ld=lld -Xswiftc -assert-config -Xswiftc Debug >"$log" 2>&1 || {
    grep -E 'error' "$log" >&2 || tail -n 20 "$log" >&2
    exit 1
  }
  rm -f "$log"
}

# seeds TARGET: puts the corpus into a folder, and with it what the repository has anyway.
seeds() {
  local folder=$1/seeds
  mkdir -p "$folder"
  cp "Fuzz/corpus/$2"/* "$folder/" 2>/dev/null || true
  case $2 in
    form) cp Schemas/forms/*.json "$folder/" ;;
    mapping) cp SampleData/landslides/*.map.json "$folder/" ;;
    table) head -n 4 SampleData/devices/a/entries-FOR_FIRESOURCE.csv >"$folder/sample.csv" ;;
    csv) head -n 8 SampleData/landslides/landslides-china-glc.csv >"$folder/landslides.csv" ;;
  esac
  echo "$folder"
}

# largest TARGET: how long an input may become, bytes.
largest() {
  case $1 in
    form) echo 65536 ;;
    workbook | photo | table | geojson) echo 16384 ;;
    position | expression) echo 512 ;;
    *) echo 4096 ;;
  esac
}

# fuzz SECONDS TARGET: says how fast it went; status 1 where something was found.
fuzz() {
  local target=$2 status=0 log="$scratch/log" place
  place=$(seeds "$scratch/$target" "$target")
  mkdir -p "Fuzz/grown/$target" Fuzz/found
  FUZZ_TARGET=$target FUZZ_SCRATCH=$scratch "$program" -max_total_time="$1" -timeout=10 \
    -rss_limit_mb=512 -max_len="$(largest "$target")" -print_final_stats=1 -close_fd_mask=1 \
    -artifact_prefix="Fuzz/found/$target-" "Fuzz/grown/$target" "$place" >"$log" 2>&1 || status=1
  awk -v target="$target" '
    /^stat::number_of_executed_units/ { runs = $2 } /^stat::average_exec_per_sec/ { rate = $2 }
    /^stat::peak_rss_mb/ { peak = $2 } / cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") cover = $(i + 1) }
    END { printf "%-11s %9d inputs  %7d a second  %6d places reached  %4d MB\n", target, runs, rate, cover, peak }
  ' "$log"
  if ((status != 0)); then
    grep -E 'Fatal error|ERROR:|SUMMARY:|precondition|Test unit written' "$log" | head -n 6 >&2 ||
      tail -n 5 "$log" >&2
    sed -n "s|.*Test unit written to \(.*\)|  again: scripts/fuzz.sh replay $target \1|p" "$log" >&2
  fi
  return "$status"
}

main() {
  scratch=$(mktemp -d /dev/shm/hazcensus-fuzz.XXXXXX)
  # shellcheck disable=SC2064  # The name is fixed now.
  trap "rm -rf '$scratch'" EXIT
  build
  if [[ ${1-} == replay ]]; then
    FUZZ_TARGET=$2 FUZZ_SCRATCH=$scratch "$program" -timeout=10 -rss_limit_mb=512 "$3"
    return
  fi
  local seconds=${1:?usage: scripts/fuzz.sh SECONDS [TARGET…]} found=0 target
  shift
  for target in "${@:-${targets[@]}}"; do
    fuzz "$seconds" "$target" || found=$((found + 1))
  done
  if ((found > 0)); then
    echo "fuzz: $found targets have findings; see Fuzz/found/" >&2
    return 1
  fi
}

main "$@"
