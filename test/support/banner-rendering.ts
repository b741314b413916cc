import type { BannerRendering } from '../../quality-control/facts/rendering'

/** A banner that shows its content and asks for nothing. */
export const playsAlone: BannerRendering = {
  ...{ isFirstBlank: false, isLastBlank: false, seconds: 30, isMoving: false },
  ...{ calls: [], missing: [], errors: [] },
}
