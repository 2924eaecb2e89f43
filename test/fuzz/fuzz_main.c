/*
 * fuzz_main.c
 *	  A fuzz target without libFuzzer: runs every file named, then n documents
 *	  mutated from them.
 *
 *	  fuzz_claims [-n N] [-s SEED] [-t SECONDS] FILE... | FOLDER...
 *
 * The documents depend on SEED and on the files alone.  The one at work stands
 * in the file that FUZZ_LAST names (default fuzz.last) when a check fails or a
 * sanitizer ends the process.  Each run of a target may take SECONDS (default
 * 20) before the process ends with SIGALRM.
 */
#include "fuzz.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MAX_SEEDS 256
#define MAX_DOC (1 << 20)

static uint8_t *seed_data[MAX_SEEDS];
static size_t seed_size[MAX_SEEDS];
static int	nseed;
static const uint8_t *now;
static size_t now_size;
static unsigned long now_number;
static unsigned limit = 20;

/* Leave what was at work behind; only what a signal handler may call. */
static void
leave(void)
{
	const char *path = getenv("FUZZ_LAST");
	FILE	   *f;

	/* leaks are found between runs and at the end */
	if (now == NULL)
		return;
	f = fopen(path ? path : "fuzz.last", "wb");

	if (f != NULL)
	{
		fwrite(now, 1, now_size, f);
		fclose(f);
	}
	fprintf(stderr, "document %lu (%zu bytes) left in %s\n", now_number, now_size,
			path ? path : "fuzz.last");
}

static void
on_signal(int sig)
{
	signal(sig, SIG_DFL);
	leave();
	raise(sig);
}

/* Called by the sanitizers before they end the process. */
extern void __sanitizer_set_death_callback(void (*callback) (void)) __attribute__((weak));

static void
run(const uint8_t *data, size_t size)
{
	/* memory of its own, so that a sanitizer sees every byte beyond it */
	uint8_t    *copy = malloc(size ? size : 1);

	if (size > 0)
		memcpy(copy, data, size);
	now = copy;
	now_size = size;
	alarm(limit);
	LLVMFuzzerTestOneInput(copy, size);
	alarm(0);
	now = NULL;
	now_size = 0;
	free(copy);
}

static void
add_seed(const char *path)
{
	struct stat st;
	FILE	   *f;

	if (stat(path, &st) != 0)
	{
		perror(path);
		exit(1);
	}
	if (S_ISDIR(st.st_mode))
	{
		struct dirent **entry;
		int			n = scandir(path, &entry, NULL, alphasort);

		for (int i = 0; i < n; i++)
		{
			char		name[4096];

			snprintf(name, sizeof(name), "%s/%s", path, entry[i]->d_name);
			if (entry[i]->d_name[0] != '.')
				add_seed(name);
			free(entry[i]);
		}
		free(entry);
		return;
	}
	if (nseed == MAX_SEEDS)
		return;
	f = fopen(path, "rb");
	seed_size[nseed] = (size_t) st.st_size;
	seed_data[nseed] = malloc((size_t) st.st_size + 1);
	if (f == NULL || fread(seed_data[nseed], 1, seed_size[nseed], f) != seed_size[nseed])
	{
		perror(path);
		exit(1);
	}
	fclose(f);
	nseed++;
}

int
main(int argc, char **argv)
{
	unsigned long n = 0;
	uint64_t	state = 1;
	uint8_t    *doc;
	uint8_t    *base;
	size_t		base_size = 0;
	time_t		start = time(NULL);
	int			opt;

	while ((opt = getopt(argc, argv, "n:s:t:")) != -1)
	{
		if (opt == 'n')
			n = strtoul(optarg, NULL, 10);
		else if (opt == 's')
			state = strtoull(optarg, NULL, 10);
		else if (opt == 't')
			limit = (unsigned) strtoul(optarg, NULL, 10);
		else
			return 2;
	}
	for (int i = optind; i < argc; i++)
		add_seed(argv[i]);
	if (nseed == 0)
	{
		fprintf(stderr, "usage: %s [-n N] [-s SEED] [-t SECONDS] FILE...\n", argv[0]);
		return 2;
	}
	signal(SIGABRT, on_signal);
	signal(SIGALRM, on_signal);
	if (__sanitizer_set_death_callback)
		__sanitizer_set_death_callback(leave);

	run((const uint8_t *) "", 0);
	for (int i = 0; i < nseed; i++)
	{
		now_number++;
		run(seed_data[i], seed_size[i]);
	}

	/*
	 * A chain of up to 16 mutations from a seed, each one run; in between a
	 * document of two seeds.  A document beyond 1 MB is cut.
	 */
	doc = malloc(MAX_DOC);
	base = malloc(MAX_DOC);
	for (unsigned long i = 0; i < n; i++)
	{
		if (i % 16 == 0)
		{
			int			a = (int) (fuzz_random(&state) % (uint64_t) nseed);
			int			b = (int) (fuzz_random(&state) % (uint64_t) nseed);

			base_size = CORE_MIN(seed_size[a], (size_t) MAX_DOC / 2);
			memcpy(base, seed_data[a], base_size);
			if (fuzz_random(&state) % 4 == 0)
			{
				size_t		more = CORE_MIN(seed_size[b], (size_t) MAX_DOC / 2);

				memcpy(base + base_size, seed_data[b], more);
				base_size += more;
			}
		}
		base_size = fuzz_mutate(base, base_size, MAX_DOC, fuzz_random(&state));
		memcpy(doc, base, base_size);
		now_number++;
		run(doc, base_size);
	}
	free(doc);
	free(base);
	printf("%d seeds, %lu mutated documents, %ld s\n", nseed, n, (long) (time(NULL) - start));
	return 0;
}
