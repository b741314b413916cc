interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** What a close-up of `box` shows: the box with its surroundings, inside the whole. All in one unit. */
export function surroundings(box: Area, whole: { width: number; height: number }): Area {
  const margin = Math.max(0.5 * Math.min(box.width, box.height), 0.02 * Math.max(whole.width, whole.height))
  const width = Math.min(whole.width, Math.max(box.width + 2 * margin, 0.15 * whole.width))
  const height = Math.min(whole.height, Math.max(box.height + 2 * margin, width / 6))
  const start = (center: number, length: number, total: number) =>
    Math.max(0, Math.min(total - length, center - length / 2))
  return {
    x: start(box.x + box.width / 2, width, whole.width),
    y: start(box.y + box.height / 2, height, whole.height),
    width,
    height,
  }
}
