//! The guarded blocks: slots of one reserved range of addresses, each some pages and behind them one that cannot be touched.

use std::alloc::Layout;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rustix::mm::{MapFlags, MprotectFlags, ProtFlags, mmap_anonymous, mprotect};

/// How much address space is reserved; memory is taken as it is used.
const RESERVED: usize = 16 << 30;

/// Slots have 1, 2, 4, … pages; the largest 64 MiB where a page has 4 KiB.
const CLASSES: usize = 15;

/// How many slots there may be: each takes two of the 65,530 mappings that Linux grants a process. Further blocks are the system's.
const SLOTS: usize = 20_000;

/// Where the range begins; 0 until it is reserved.
static START: AtomicUsize = AtomicUsize::new(0);

static ARENA: Mutex<Option<Arena>> = Mutex::new(None);

// INVARIANT: `RESERVED` bytes from `start` on are mapped and no one else's. Those up to `used` are slots: `page << class` bytes that
// may be touched and then one page that may not. `free[class]` is the first of a list of slots that no block lies in: an
// offset, or 0 for none, as are those that stand in the slots' first word.
struct Arena {
    start: *mut u8,
    page: usize,
    used: usize,
    slots: usize,
    free: [usize; CLASSES],
}

// SAFETY: it is the only owner of the range that it points to.
unsafe impl Send for Arena {}

/// Reserves the range, if that has not been done yet.
pub(crate) fn reserve() {
    let mut arena = ARENA.lock().unwrap_or_else(PoisonError::into_inner);
    if arena.is_some() {
        return;
    }
    let flags = MapFlags::PRIVATE | MapFlags::NORESERVE;
    // SAFETY: a new mapping somewhere, which takes nothing from anyone.
    let start = unsafe { mmap_anonymous(ptr::null_mut(), RESERVED, ProtFlags::empty(), flags) };
    let start = start.expect("address space for guarded blocks").cast::<u8>();
    let page = rustix::param::page_size();
    // The first page is no slot, so that no offset is 0.
    *arena = Some(Arena { start, page, used: page, slots: 0, free: [0; CLASSES] });
    START.store(start.addr(), Ordering::Release);
}

/// Whether a block lies in the range.
pub(crate) fn owns(block: *mut u8) -> bool {
    let start = START.load(Ordering::Acquire);
    start != 0 && (start..start + RESERVED).contains(&block.addr())
}

/// A block that ends where its slot does; `None` if it is too large or there are too many.
pub(crate) fn alloc(layout: Layout) -> Option<*mut u8> {
    let mut arena = ARENA.lock().unwrap_or_else(PoisonError::into_inner);
    let arena = arena.as_mut()?;
    let (class, len) = arena.class(layout)?;
    let slot = arena.take(class)?;
    // SAFETY: inside the slot, since `len` is at most its length.
    Some(unsafe { arena.start.add(slot + (arena.page << class) - len) })
}

/// Gives a block's slot back.
///
/// # Safety
/// `block` came from [`alloc`] with this layout, and is not used any more.
pub(crate) unsafe fn free(block: *mut u8, layout: Layout) {
    let mut arena = ARENA.lock().unwrap_or_else(PoisonError::into_inner);
    // Both are there, since the block came from here.
    let Some(arena) = arena.as_mut() else { return };
    let Some((class, len)) = arena.class(layout) else { return };
    let slot = block.addr() - arena.start.addr() + len - (arena.page << class);
    // SAFETY: the slot's first word, which is aligned, may be touched, and is no block's any more.
    unsafe { arena.start.add(slot).cast::<usize>().write(arena.free[class]) };
    arena.free[class] = slot;
}

impl Arena {
    /// The class of the slot that a block takes, and the bytes from its beginning to the slot's end, so that it is aligned.
    fn class(&self, layout: Layout) -> Option<(usize, usize)> {
        let len = layout.size().checked_next_multiple_of(layout.align())?;
        let pages = len.div_ceil(self.page).checked_next_power_of_two()?;
        let class = pages.trailing_zeros() as usize;
        (class < CLASSES && layout.align() <= self.page).then_some((class, len))
    }

    /// The offset of a slot.
    fn take(&mut self, class: usize) -> Option<usize> {
        let slot = self.free[class];
        if slot != 0 {
            // SAFETY: a free slot's first word is aligned and says which is the next.
            self.free[class] = unsafe { self.start.add(slot).cast::<usize>().read() };
            return Some(slot);
        }
        let len = self.page << class;
        let (slot, behind) = (self.used, self.used + len + self.page);
        if behind > RESERVED || self.slots == SLOTS {
            return None;
        }
        let access = MprotectFlags::READ | MprotectFlags::WRITE;
        // SAFETY: pages of the range that belong to no slot yet. The page behind them stays as it was mapped, untouchable.
        unsafe { mprotect(self.start.add(slot).cast(), len, access) }.ok()?;
        self.used = behind;
        self.slots += 1;
        Some(slot)
    }
}
