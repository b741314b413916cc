import type { Box, EdgeMap, EdgeMaps } from '../meters/edge-maps'

/** One byte column pair wide, and as high as small print. */
const tileWidth = 16
const tileHeight = 8
/**
 * Edges of each kind in a tile, for a letter has both sides of its strokes. A texture around a text has
 * fewer: too large a group is taken apart at the next level.
 */
const levels = [2, 6, 12, 20] as const
const seedEdges = 6
const minSeeds = 2
/** In tiles: a shorter text is a name. */
const minWidth = 3
/** Of the frame: more is a texture. */
const maxArea = 0.2
/** Most text that appears at once, in one frame. */
const maxRegions = 6

/** Tiles, all four sides inclusive. */
interface Group extends Box {
  seeds: number
}

/**
 * Where `map` has edges as dense as those of text, as boxes with a margin. Texture that stands still is among
 * them: its letters decide.
 */
export function findTextRegions(maps: EdgeMaps, map: EdgeMap): Box[] {
  const columns = Math.ceil(maps.width / tileWidth)
  const rows = Math.ceil(maps.height / tileHeight)
  const edgesIn = Array.from({ length: columns * rows }, (_, tile) => {
    const [left, top] = [tile % columns, Math.floor(tile / columns)]
    const { rising, falling } = maps.count(map, boxOf({ left, top, right: left, bottom: top }, maps))
    return Math.min(rising, falling)
  })
  const whole = { left: 0, top: 0, right: columns - 1, bottom: rows - 1 }
  return textGroups({ edgesIn, columns, rows }, whole, 0)
    .filter((group, index, all) => index === all.findIndex((other) => isSame(group, other)))
    .sort((a, b) => b.seeds - a.seeds)
    .slice(0, maxRegions)
    .map(({ left, top, right, bottom }) =>
      boxOf({ left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 }, maps),
    )
}

/** Groups whose boxes overlap are taken apart twice. */
const isSame = (one: Box, other: Box) =>
  one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom

interface Tiles {
  edgesIn: readonly number[]
  columns: number
  rows: number
}

function textGroups(tiles: Tiles, within: Box, level: number): Group[] {
  const minEdges = levels[level]
  if (minEdges === undefined) return []
  return groupsOf(tiles, within, minEdges).flatMap((group) => {
    const [across, down] = [group.right - group.left + 1, group.bottom - group.top + 1]
    if (across < minWidth || group.seeds < minSeeds) return []
    const isTexture = across * down > tiles.edgesIn.length * maxArea || down > across
    return isTexture ? textGroups(tiles, group, level + 1) : [group]
  })
}

/** Pixels of tiles. */
function boxOf({ left, top, right, bottom }: Box, { width, height }: EdgeMaps): Box {
  return {
    left: Math.max(0, left * tileWidth),
    top: Math.max(0, top * tileHeight),
    right: Math.min(width, (right + 1) * tileWidth),
    bottom: Math.min(height, (bottom + 1) * tileHeight),
  }
}

/** Busy tiles that touch, or that a space between words parts. */
function groupsOf({ edgesIn, columns }: Tiles, within: Box, minEdges: number): Group[] {
  const seen = new Set<number>()
  const isOpen = (column: number, row: number) => {
    const tile = row * columns + column
    const { left, top, right, bottom } = within
    const isInside = column >= left && column <= right && row >= top && row <= bottom
    return isInside && (edgesIn[tile] ?? 0) >= minEdges && !seen.has(tile)
  }
  const groups: Group[] = []
  for (let top = within.top; top <= within.bottom; top++)
    for (let left = within.left; left <= within.right; left++) {
      if (!isOpen(left, top)) continue
      const group = { left, top, right: left, bottom: top, seeds: 0 }
      const open = [[left, top] as const]
      seen.add(top * columns + left)
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [column, row] = next
        take(group, column, row, edgesIn[row * columns + column] ?? 0)
        for (const [across, down] of steps) {
          if (!isOpen(column + across, row + down)) continue
          seen.add((row + down) * columns + column + across)
          open.push([column + across, row + down])
        }
      }
      groups.push(group)
    }
  return groups
}

function take(group: Group, column: number, row: number, edges: number): void {
  if (edges >= seedEdges) group.seeds++
  group.left = Math.min(group.left, column)
  group.right = Math.max(group.right, column)
  group.top = Math.min(group.top, row)
  group.bottom = Math.max(group.bottom, row)
}

const steps = [-2, -1, 0, 1, 2].flatMap((across) => [-1, 0, 1].map((down) => [across, down] as const))
