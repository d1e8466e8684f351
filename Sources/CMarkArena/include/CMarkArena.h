#ifndef FOLKMOOT_CMARK_ARENA_H
#define FOLKMOOT_CMARK_ARENA_H

#include <cmark.h>
#include <stddef.h>

/// Memory for what cmark makes of one text: taken in large pieces, given back all at once.
///
/// cmark allocates a piece of memory for every word of a text and frees each on its own, which takes a quarter of its
/// time. It has an arena of its own, but one for the whole process; this one is for a thread, because cmark's functions
/// for memory do not know for which parser they are called.
typedef struct folkmoot_arena folkmoot_arena;

/// Begins an arena from which `folkmoot_arena_memory` takes on this thread until it is freed.
///
/// `size` is a guess at the bytes that will be needed. Arenas of a thread are freed in the opposite order.
folkmoot_arena *folkmoot_arena_new(size_t size);

/// Gives back all that was taken from it. The thread goes on with the arena that was in use before.
void folkmoot_arena_free(folkmoot_arena *arena);

/// What cmark takes memory with. On lack of memory it ends the process, as cmark does.
cmark_mem *folkmoot_arena_memory(void);

#endif
