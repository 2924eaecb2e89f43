/*
 * mdl.c
 *	  Opening a model file that lies in memory; layout in mdl_layout.h.
 *
 * mdl_open reads the header and the section table, nothing else, and proves
 * that every section lies inside the file.  The build hash is recomputed from
 * the table, so that a damaged table or name does not pass; damaged section
 * data is found by mdl_verify, or by the room that opens the section.
 */
#include "model/mdl_layout.h"

uint64_t
mdl_hash(uint64_t h, const void *data, size_t size)
{
	const unsigned char *p = data;

	for (size_t i = 0; i < size; i++)
		h = (h ^ p[i]) * UINT64_C(0x100000001B3);
	return h;
}

/* Castagnoli polynomial, reflected; the table is made on the stack (1 kB). */
uint32_t
mdl_crc32c(const void *data, size_t size)
{
	const unsigned char *p = data;
	uint32_t	table[256];
	uint32_t	crc = UINT32_MAX;

	for (uint32_t i = 0; i < 256; i++)
	{
		uint32_t	c = i;

		for (int k = 0; k < 8; k++)
			c = (c & 1) ? (c >> 1) ^ UINT32_C(0x82F63B78) : c >> 1;
		table[i] = c;
	}
	for (size_t i = 0; i < size; i++)
		crc = table[(crc ^ p[i]) & 255] ^ (crc >> 8);
	return ~crc;
}

uint64_t
mdl_build_hash(const char *name, const MdlSection *section, uint32_t n)
{
	return mdl_hash(mdl_hash(MDL_HASH_START, name, MDL_NAME_LEN),
					section, n * sizeof(MdlSection));
}

bool
mdl_valid_name(const char *name)
{
	size_t		len = strlen(name);

	if (len < 2 || len >= MDL_NAME_LEN)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		char		c = name[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
			return false;
	}
	return true;
}

static const MdlSection *
table_of(const char *base)
{
	return (const MdlSection *) (base + sizeof(MdlHeader));
}

CoreStatus
mdl_open(MdlFile *file, const void *base, size_t size)
{
	const MdlHeader *h = base;
	const MdlSection *s;

	memset(file, 0, sizeof(*file));
	if (base == NULL || size < sizeof(MdlHeader) || (uintptr_t) base % 8 != 0)
		return CORE_BAD_MODEL;
	if (memcmp(h->magic, MDL_MAGIC, 8) != 0 || h->format != MDL_FORMAT ||
		h->byte_order != MDL_BYTE_ORDER || h->size != size ||
		h->zero != 0 || h->zero2 != 0)
		return CORE_BAD_MODEL;
	if (h->name[MDL_NAME_LEN - 1] != '\0' || !mdl_valid_name(h->name))
		return CORE_BAD_MODEL;
	if (h->nsection > MDL_MAX_SECTIONS ||
		size < sizeof(MdlHeader) + h->nsection * sizeof(MdlSection))
		return CORE_BAD_MODEL;

	s = table_of(base);
	for (uint32_t i = 0; i < h->nsection; i++)
	{
		if (s[i].offset % MDL_ALIGN != 0 || s[i].offset > size ||
			s[i].size > size - s[i].offset)
			return CORE_BAD_MODEL;
	}
	if (mdl_build_hash(h->name, s, h->nsection) != h->build)
		return CORE_BAD_MODEL;

	file->base = base;
	file->size = size;
	memcpy(file->name, h->name, MDL_NAME_LEN);
	file->build = h->build;
	return CORE_OK;
}

const void *
mdl_section(const MdlFile *file, const char *tag, size_t *size)
{
	const MdlHeader *h = (const MdlHeader *) file->base;
	const MdlSection *s = table_of(file->base);

	for (uint32_t i = 0; i < h->nsection; i++)
	{
		if (strncmp(s[i].tag, tag, sizeof(s[i].tag)) == 0)
		{
			*size = s[i].size;
			return file->base + s[i].offset;
		}
	}
	*size = 0;
	return NULL;
}

bool
mdl_section_at(const MdlFile *file, uint32_t i, MdlSectionInfo *info)
{
	const MdlHeader *h = (const MdlHeader *) file->base;
	const MdlSection *s = table_of(file->base) + i;

	if (i >= h->nsection)
		return false;
	memset(info->tag, 0, sizeof(info->tag));
	memcpy(info->tag, s->tag, sizeof(s->tag));
	info->size = s->size;
	info->intact = mdl_crc32c(file->base + s->offset, s->size) == s->crc &&
		mdl_hash(MDL_HASH_START, file->base + s->offset, s->size) == s->hash;
	return true;
}

bool
mdl_verify(const MdlFile *file)
{
	MdlSectionInfo info;

	for (uint32_t i = 0; mdl_section_at(file, i, &info); i++)
	{
		if (!info.intact)
			return false;
	}
	return true;
}

const char *
mdl_meta(const MdlFile *file, const char *key, size_t *len)
{
	size_t		size;
	const char *p = mdl_section(file, "META", &size);
	const char *end = p + size;
	size_t		klen = strlen(key);

	*len = 0;
	if (p == NULL)
		return NULL;
	while (p < end)
	{
		const char *eol = memchr(p, '\n', end - p);

		if (eol == NULL)
			eol = end;
		if ((size_t) (eol - p) > klen && memcmp(p, key, klen) == 0 && p[klen] == '=')
		{
			*len = eol - p - klen - 1;
			return p + klen + 1;
		}
		p = eol < end ? eol + 1 : end;
	}
	return NULL;
}
