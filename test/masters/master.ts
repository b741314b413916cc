/** A delivery master to make: its layout, its file, and the one fault that it has. */
export interface Master {
  /** File name without extension, as the profile wants it: the clock number or the Ad-ID. */
  name: string
  extension: 'mxf' | 'mov' | 'mp4'
  profile: 'tv_uk_clearcast' | 'tv_us_xr'
  rate: '25' | '24000/1001' | '30000/1001'
  programmeSeconds: number
  holdSeconds: number
  /** Seconds of colour bars with tone before the slate. */
  barsSeconds?: number
  /** Frames of a fade from black at the start of the programme. */
  fadeFrames?: number
  /** Frames at the end of the programme that stand still: a pack shot. */
  packShotFrames?: number
  /** A moving countdown on the slate. */
  hasCountdown?: boolean
  hasTimecode?: boolean
  slateNumber?: string
  slateSeconds?: string
  fault?: Fault
  /** The check that must find the fault; absent for a sound master. */
  expects?: string
}

/** One frame each, in the middle of the programme where it has a place. */
export type Fault =
  | 'black frame'
  | 'repeated frame'
  | 'white frame'
  | 'stray frame'
  | 'dropout'
  | 'frame too long'
  | 'frame too short'
  | 'starts late'
  | 'starts early'
  | 'audio in black'
  | 'too loud'
  | 'audio at start'
  | 'opposite channels'

export const leadOf = ({ profile }: Master) =>
  profile === 'tv_uk_clearcast' ? { slate: 7, black: 3 } : { slate: 5, black: 2 }

/** Frames of a second of the timecode. */
export const baseOf = ({ rate }: Master) => (rate === '25' ? 25 : rate === '24000/1001' ? 24 : 30)

export const ratePerSecond = (master: Master) => (master.rate === '25' ? 25 : (baseOf(master) * 1000) / 1001)
