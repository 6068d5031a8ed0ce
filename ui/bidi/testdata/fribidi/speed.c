/*
 * Measures FriBidi on the lines of a file: from UTF-8 to embedding levels, and to the shaped visual line.
 *
 * Usage: speed FILE. Prints the best of several rounds in Mchar/s, base direction right-to-left. The few prototypes are written out, so that the
 * library is enough and its headers need not be installed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int fribidi_parse_charset(const char *name);
int fribidi_charset_to_unicode(int charset, const char *s, int len, uint32_t *us);
void fribidi_get_bidi_types(const uint32_t *us, int len, uint32_t *types);
void fribidi_get_bracket_types(const uint32_t *us, int len, const uint32_t *types, uint32_t *brackets);
int8_t fribidi_get_par_embedding_levels_ex(const uint32_t *types, const uint32_t *brackets, int len, uint32_t *base, int8_t *levels);
int8_t fribidi_log2vis(const uint32_t *us, int len, uint32_t *base, uint32_t *visual, int *ltov, int *vtol, int8_t *levels);

enum { RTL = 0x111, ROUNDS = 15 };

struct line { const char *s; int len; };

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static char *slurp(const char *path, size_t *size) {
	FILE *f = fopen(path, "rb");
	if (!f) { perror(path); exit(1); }
	fseek(f, 0, SEEK_END);
	*size = ftell(f);
	rewind(f);
	char *b = malloc(*size + 1);
	if (!b || fread(b, 1, *size, f) != *size) { perror(path); exit(1); }
	b[*size] = 0;
	fclose(f);
	return b;
}

int main(int argc, char **argv) {
	if (argc != 2) { fprintf(stderr, "usage: speed FILE\n"); return 2; }
	size_t size, n = 0, longest = 0;
	char *text = slurp(argv[1], &size);
	struct line *lines = malloc(sizeof *lines * (size + 1));
	for (char *s = strtok(text, "\n"); s; s = strtok(NULL, "\n")) {
		if (strspn(s, " \t\r") == strlen(s)) continue;
		lines[n].s = s;
		lines[n].len = strlen(s);
		if ((size_t)lines[n].len > longest) longest = lines[n].len;
		n++;
	}
	uint32_t *us = malloc(4 * (longest + 1)), *types = malloc(4 * (longest + 1));
	uint32_t *brackets = malloc(4 * (longest + 1)), *visual = malloc(4 * (longest + 1));
	int8_t *levels = malloc(longest + 1);
	int utf8 = fribidi_parse_charset("UTF-8");
	double best[2] = {1e9, 1e9};
	long chars = 0;
	for (int round = 0; round < ROUNDS; round++) {
		for (int shaped = 0; shaped < 2; shaped++) {
			double start = now();
			chars = 0;
			for (size_t i = 0; i < n; i++) {
				uint32_t base = RTL;
				int len = fribidi_charset_to_unicode(utf8, lines[i].s, lines[i].len, us);
				chars += len;
				if (shaped) {
					fribidi_log2vis(us, len, &base, visual, NULL, NULL, levels);
					continue;
				}
				fribidi_get_bidi_types(us, len, types);
				fribidi_get_bracket_types(us, len, types, brackets);
				fribidi_get_par_embedding_levels_ex(types, brackets, len, &base, levels);
			}
			double took = now() - start;
			if (took < best[shaped]) best[shaped] = took;
		}
	}
	printf("FriBidi, text to levels                  %6.1f Mchar/s\n", chars / best[0] / 1e6);
	printf("FriBidi, text to shaped visual lines     %6.1f Mchar/s\n", chars / best[1] / 1e6);
	return 0;
}
