import type { Random } from './random'

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

/** A good file, spoilt in one to four ways that transfers, editors and attackers spoil files. */
export function mutate(good: Buffer, random: Random, other: Buffer): Buffer {
  let bytes: Buffer = Buffer.from(good)
  const times = 1 + random.below(4)
  for (let time = 0; time < times; time++) {
    const mutation = mutations[random.below(mutations.length)]
    if (mutation !== undefined && bytes.length > 0) bytes = mutation(bytes, random, other)
  }
  return bytes
}

const interesting = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

const mutations: Mutation[] = [
  function flipBits(bytes, random) {
    const flips = 1 + random.below(24)
    for (let flip = 0; flip < flips; flip++) bytes[offset(bytes, random)]! ^= 1 << random.below(8)
    return bytes
  },
  function overwrite(bytes, random) {
    const start = offset(bytes, random)
    const end = Math.min(bytes.length, start + 1 + random.below(256))
    for (let at = start; at < end; at++) bytes[at] = random.below(256)
    return bytes
  },
  function absurdNumber(bytes, random) {
    if (bytes.length < 4) return bytes
    bytes.writeUInt32BE(
      interesting[random.below(interesting.length)] ?? 0,
      Math.min(offset(bytes, random), bytes.length - 4),
    )
    return bytes
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length))
  },
  function cutOut(bytes, random) {
    const start = offset(bytes, random)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + random.below(4096))])
  },
  function repeat(bytes, random) {
    const start = offset(bytes, random)
    const piece = bytes.subarray(start, start + 1 + random.below(4096))
    return Buffer.concat([bytes.subarray(0, start), piece, piece, bytes.subarray(start)])
  },
  function splice(bytes, random, other) {
    return Buffer.concat([
      bytes.subarray(0, offset(bytes, random)),
      other.subarray(random.below(other.length)),
    ])
  },
  function zeroes(bytes, random) {
    const start = offset(bytes, random)
    return bytes.fill(0, start, Math.min(bytes.length, start + 1 + random.below(2048)))
  },
  function digits(bytes, random) {
    // Texts inside PDFs and headers: another number where one stood.
    for (let at = offset(bytes, random), left = 6; at < bytes.length && left > 0; at++) {
      const byte = bytes[at] ?? 0
      if (byte < 0x30 || byte > 0x39) continue
      bytes[at] = 0x30 + random.below(10)
      left--
    }
    return bytes
  },
]

/** Headers decide most, so half of the hits go there. */
function offset(bytes: Buffer, random: Random): number {
  return random.below(random.isTrue(0.5) ? Math.min(bytes.length, 1024) : bytes.length)
}
