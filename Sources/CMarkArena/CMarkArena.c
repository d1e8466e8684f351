#include "CMarkArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A large piece, of which the first `used` bytes are given out.
typedef struct chunk {
  struct chunk *before;
  size_t size, used;
  _Alignas(max_align_t) unsigned char bytes[];
} chunk;

struct folkmoot_arena {
  folkmoot_arena *around;
  chunk *last;
};

/// Comes before every piece that is given out, so that it can grow.
typedef struct {
  _Alignas(max_align_t) size_t size;
} header;

static _Thread_local folkmoot_arena *current;

static void *checked(void *memory) {
  if (!memory) abort();
  return memory;
}

static chunk *add_chunk(folkmoot_arena *arena, size_t size) {
  chunk *added = checked(malloc(sizeof(chunk) + size));
  added->before = arena->last;
  added->size = size;
  added->used = 0;
  arena->last = added;
  return added;
}

/// A multiple of the alignment, the header included.
static size_t rounded(size_t size) {
  const size_t alignment = _Alignof(max_align_t);
  if (size > SIZE_MAX / 2) abort();
  return sizeof(header) + (size + alignment - 1) / alignment * alignment;
}

static void *take(size_t size) {
  const size_t whole = rounded(size);
  chunk *from = current->last;
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
  // One piece each, so that the sanitizer sees what is read beyond one.
  from = add_chunk(current, whole);
#endif
#endif
  if (from->size - from->used < whole) {
    const size_t next = from->size < (1 << 20) ? 2 * from->size : from->size;
    from = add_chunk(current, next > whole ? next : whole);
  }
  header *taken = (header *)(from->bytes + from->used);
  from->used += whole;
  taken->size = size;
  return taken + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  void *taken = take(count * size);
  memset(taken, 0, count * size);
  return taken;
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  header *before = (header *)old - 1;
  if (size <= before->size) return old;
  chunk *last = current->last;
  // What was given out last can grow where it stands.
  if ((unsigned char *)before + rounded(before->size) == last->bytes + last->used) {
    const size_t more = rounded(size) - rounded(before->size);
    if (last->size - last->used >= more) {
      last->used += more;
      before->size = size;
      return old;
    }
  }
  return memcpy(take(size), old, before->size);
}

static void arena_free_nothing(void *memory) { (void)memory; }

folkmoot_arena *folkmoot_arena_new(size_t size) {
  folkmoot_arena *arena = checked(malloc(sizeof(folkmoot_arena)));
  arena->around = current;
  arena->last = NULL;
  add_chunk(arena, size > 4096 ? size : 4096);
  current = arena;
  return arena;
}

void folkmoot_arena_free(folkmoot_arena *arena) {
  current = arena->around;
  chunk *next = arena->last;
  while (next) {
    chunk *freed = next;
    next = freed->before;
    free(freed);
  }
  free(arena);
}

cmark_mem *folkmoot_arena_memory(void) {
  static cmark_mem memory = {arena_calloc, arena_realloc, arena_free_nothing};
  return &memory;
}
