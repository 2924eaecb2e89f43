#!/bin/sh
# Trains the tagger of a language by its recipe, src/lang/LANG/train.conf:
#
#   src/tools/train_model.sh LANG CORPUS [OUT]
#
# CORPUS is a folder of annotated corpora and, in names/, open lists of names
# (docs/training.md says which).  NODE_MODULES names the folder with the npm
# packages of lists; without it the gazetteer lacks places.  BUILD is where
# build/train lies.  The same inputs give the same bytes.
set -eu

lang=${1:?usage: train_model.sh LANG CORPUS [OUT]}
corpus=${2:?usage: train_model.sh LANG CORPUS [OUT]}
here=$(cd "$(dirname "$0")/../.." && pwd)
out=${3:-$here/src/lang/$lang/tagger.bin}
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

python3 "$here/src/tools/name_lists.py" "$lang" "$corpus/names" \
	"${NODE_MODULES:-node_modules}" > "$work/lists.tsv"

options=
texts=
measures=
n=0
while read -r first rest; do
	case $first in
	'' | '#'*) continue ;;
	train)
		options="$options $rest"
		continue ;;
	weight)
		texts="$texts -w $rest"
		continue ;;
	words)
		python3 "$here/src/tools/word_list.py" "${NODE_MODULES:-node_modules}/$rest/index.json" > "$work/words.txt"
		options="$options -x $work/words.txt"
		continue ;;
	measure)
		set -f
		set -- $rest
		set +f
		path=$1
		shift ;;
	*)
		set -f
		set -- $rest
		set +f
		path=$first ;;
	esac
	n=$((n + 1))
	# the path may hold wild cards; the options never do
	case $path in
	text/* | corpus/*) path=$here/src/lang/$lang/$path ;;
	*) path=$corpus/$path ;;
	esac
	python3 "$here/src/tools/corpus_text.py" "$@" $path > "$work/$n.txt"
	if [ "$first" = measure ]; then
		measures="$measures -d $work/$n.txt"
	else
		texts="$texts $work/$n.txt"
	fi
done < "$here/src/lang/$lang/train.conf"

"$build/train" -l "$here/src/lang/$lang" -g "$work/lists.tsv" $options $measures \
	-o "$out" $texts
