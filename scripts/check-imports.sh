#!/usr/bin/env bash
# Checks that each target imports only what stands to its left in the header of Package.swift.
#
# usage: scripts/check-imports.sh
# Prints file:line and the import of each offence; exit status 1 if there is one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Our targets, and which others of ours each may import. A target without a row is an error.
declare -A may_import=(
  [CensusDomain]=""
  [CensusJSON]="CensusDomain"
  [CensusPlace]="CensusDomain CensusJSON"
  [CensusForms]="CensusDomain CensusJSON CensusPlace"
  [CensusAPI]="CensusDomain CensusJSON CensusForms"
  [CensusFiles]="CensusDomain CensusJSON CensusForms CensusAPI"
  [CensusPhotos]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles"
  [CensusBundles]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles"
  [CensusSheets]="CensusDomain CensusFiles"
  [CensusSQLite]="CensusDomain CensusJSON CensusForms CensusAPI"
  [CensusGeo]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusSQLite"
  [CensusStore]="CensusDomain CensusJSON CensusPlace CensusForms CensusAPI CensusFiles CensusPhotos CensusSheets
    CensusSQLite"
  [CensusSync]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusBundles CensusStore"
  [CensusCurl]="CensusDomain CensusJSON CensusForms CensusAPI"
  [CensusReports]="CensusDomain CensusJSON CensusForms CensusAPI"
  [CensusPapers]="CensusDomain CensusFiles CensusSheets CensusReports"
  [CensusHub]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusBundles CensusReports"
  [CensusCentralSQLite]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusBundles CensusSQLite CensusReports
    CensusHub"
  [CensusServer]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusReports
    CensusHub"
  [CensusCommands]="CensusDomain CensusJSON CensusPlace CensusForms CensusAPI CensusFiles CensusPhotos CensusSheets CensusSQLite
    CensusStore CensusSync CensusCurl CensusReports CensusHub CensusCentralSQLite
    CensusServer CensusRelay CensusKeeping CensusBundles CensusGeo CensusPapers"
  [CensusKeeping]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusSQLite
    CensusStore CensusReports CensusHub CensusCentralSQLite"
  [hazcensus]="CensusCommands"
  [CensusTestSupport]="CensusDomain CensusJSON CensusForms CensusAPI CensusFiles CensusSQLite
    CensusStore CensusSync CensusCurl CensusReports CensusHub CensusCentralSQLite
    CensusServer CensusRelay CensusBundles"
  [CensusRelay]="CensusDomain CensusJSON CensusForms CensusAPI CensusStore CensusSync CensusHub"
  [CensusSimulator]="CensusDomain CensusFiles CensusJSON CensusForms CensusAPI CensusSQLite CensusStore CensusSync
    CensusReports CensusHub CensusCentralSQLite CensusServer CensusRelay CensusTestSupport"
)

# Modules that only some targets may import. “-” stands for nobody, tests included.
declare -A only_in=(
  [FoundationNetworking]="-"
  # The simulator reads the stores' files past the program, as a witness.
  [GRDB]="CensusSQLite CensusStore CensusCentralSQLite CensusKeeping CensusSimulator CensusGeo"
  [GRDBSQLite]="CensusSQLite CensusStore CensusCentralSQLite"
  [Hummingbird]="CensusServer"
  [HummingbirdCore]="CensusServer"
  [HummingbirdTLS]="CensusServer"
  [Mustache]="CensusReports CensusPapers"
  [ArgumentParser]="CensusCommands"
  [Crypto]="CensusAPI CensusBundles"
  [CZip]="CensusBundles CensusSheets"
  [CXML]="CensusSheets"
  [CXlsxWriter]="CensusSheets CensusPapers"
  [CPango]="CensusPapers"
  [CCurlShims]="CensusCurl"
  [CDeflate]="CensusAPI"
  [CPCRE2]="CensusForms"
  [CSimdJSON]="CensusJSON"
  [CFormResources]="CensusForms"
  [CExif]="CensusPhotos"
  [CProj]="CensusPlace"
  [CTerminal]="CensusReports"
  [CRegionResources]="CensusPlace"
)

has_word() { [[ " ${1//$'\n'/ } " == *" $2 "* ]]; }

# offence FILE LINE TARGET MODULE: says why TARGET may not import MODULE; nothing where it may.
offence() {
  local target=$1 module=$2
  if [[ ${only_in[$module]-} == "-" ]]; then
    echo "$module is imported nowhere in this project"
  elif [[ $target == tests ]]; then
    return
  elif [[ -n ${only_in[$module]-} ]]; then
    has_word "${only_in[$module]}" "$target" ||
      echo "only these import $module: ${only_in[$module]}"
  elif [[ -v may_import[$module] ]]; then
    has_word "${may_import[$target]}" "$module" ||
      echo "$module does not stand to the left of $target"
  fi
}

readonly attribute='(@[A-Za-z_]+(\([^)]*\))?|public|package|internal|fileprivate|private)[[:space:]]+'
readonly kind='(typealias|struct|class|enum|protocol|let|var|func)[[:space:]]+'
readonly import_line="^[[:space:]]*($attribute)*import[[:space:]]+($kind)?([A-Za-z_][A-Za-z0-9_]*)"

offences=0 imports=0

for folder in Sources/*/; do
  target=$(basename "$folder")
  [[ -n $(find "$folder" -name '*.swift' -print -quit) ]] || continue
  [[ -v may_import[$target] ]] || {
    echo "Sources/$target: the target has no row in scripts/check-imports.sh"
    offences=$((offences + 1))
  }
done

while IFS=: read -r file line text; do
  [[ $text =~ $import_line ]] || continue
  imports=$((imports + 1))
  module=${BASH_REMATCH[${#BASH_REMATCH[@]} - 1]}
  target=tests
  if [[ $file == Sources/* ]]; then
    target=${file#Sources/}
    target=${target%%/*}
    [[ -v may_import[$target] && $target != "$module" ]] || continue
  fi
  why=$(offence "$target" "$module")
  if [[ -n $why ]]; then
    echo "$file:$line: import $module: $why"
    offences=$((offences + 1))
  fi
done < <(grep -rnE --include='*.swift' "$import_line" Sources Tests)

if ((imports == 0)); then
  echo "check-imports: no import was found, so nothing was checked" >&2
  exit 1
fi
if ((offences > 0)); then
  echo "check-imports: $offences of $imports imports break the layers" >&2
  exit 1
fi
echo "check-imports: $imports imports keep to the layers" >&2
