/*
 * mdl_layout.h
 *	  Bytes of a model file: shared by the reader (mdl.c) and the writer
 *	  (tools/mkmodel.c), and used by nobody else.
 */
#ifndef MDL_LAYOUT_H
#define MDL_LAYOUT_H

#include "model/mdl.h"

#define MDL_MAGIC "PGGAZMDL"
#define MDL_BYTE_ORDER UINT32_C(0x01020304)
#define MDL_ALIGN 64
#define MDL_MAX_SECTIONS 64

typedef struct MdlHeader
{
	char		magic[8];
	uint32_t	format;			/* MDL_FORMAT */
	uint32_t	byte_order;		/* MDL_BYTE_ORDER as the writer stores it */
	char		name[MDL_NAME_LEN]; /* zero-padded */
	uint64_t	build;			/* mdl_build_hash of the section table */
	uint64_t	size;			/* of the whole file */
	uint32_t	nsection;
	uint32_t	zero;
	uint64_t	zero2;
} MdlHeader;

typedef struct MdlSection
{
	char		tag[8];			/* zero-padded */
	uint64_t	offset;			/* from the start of the file, multiple of MDL_ALIGN */
	uint64_t	size;
	uint64_t	hash;			/* FNV-1a of the data: what the build hash is made of */
	uint32_t	crc;			/* CRC-32C of the data */
	uint32_t	zero;
	uint64_t	zero2[3];
} MdlSection;

_Static_assert(sizeof(MdlHeader) == 64, "layout of MdlHeader");
_Static_assert(offsetof(MdlHeader, name) == 16, "layout of MdlHeader");
_Static_assert(offsetof(MdlHeader, build) == 32, "layout of MdlHeader");
_Static_assert(offsetof(MdlHeader, nsection) == 48, "layout of MdlHeader");
_Static_assert(sizeof(MdlSection) == 64, "layout of MdlSection");
_Static_assert(offsetof(MdlSection, hash) == 24, "layout of MdlSection");
_Static_assert(offsetof(MdlSection, crc) == 32, "layout of MdlSection");

/* FNV-1a, 64 bits; h is MDL_HASH_START or what came before. */
#define MDL_HASH_START UINT64_C(0xCBF29CE484222325)
extern uint64_t mdl_hash(uint64_t h, const void *data, size_t size);

extern uint32_t mdl_crc32c(const void *data, size_t size);

/* Hash of the language's name and of the section table, hence of all data. */
extern uint64_t mdl_build_hash(const char *name, const MdlSection *section, uint32_t n);

#endif							/* MDL_LAYOUT_H */
