import type { AudioFacts } from '../../quality-control/facts/audio'
import type { ProgrammeWindow } from '../../quality-control/facts/programme'
import type { VideoFacts } from '../../quality-control/facts/video'

/**
 * Facts of a valid commercial of 20 s, 1080p25, with stereo audio; a test changes the fields that it is
 * about.
 */
export function videoFacts(changes: Partial<VideoFacts> = {}): VideoFacts {
  return {
    container: {
      name: 'mp4',
      brand: 'isom',
      durationSeconds: 20,
      startSeconds: 0,
      decodedSeconds: 20,
      oddities: [],
    },
    codec: 'h264',
    codecProfile: 'High',
    pixelFormat: 'yuv420p',
    bitDepth: 8,
    codedWidth: 1920,
    codedHeight: 1080,
    displayWidth: 1920,
    displayHeight: 1080,
    sampleAspectRatio: 1,
    rotationDegrees: 0,
    startSeconds: 0,
    durationSeconds: 20,
    decodedFrames: 500,
    frameRate: {
      nominal: 25,
      measured: 25,
      isVariable: false,
      shortestStepSeconds: 0.04,
      longestStepSeconds: 0.04,
    },
    bitsPerSecond: 8_000_000,
    scan: { flagged: 'progressive', content: 'progressive', sampledFrames: 50 },
    colour: { range: 'limited', space: 'bt709', transfer: 'bt709', primaries: 'bt709', dynamicRange: 'sdr' },
    black: [],
    dips: [],
    logoBlack: [],
    barredShots: [],
    frozen: [],
    cuts: [4, 9.2],
    flashFrames: [],
    stillFromSeconds: 19.96,
    repeatedFrames: [],
    flashes: flashFacts(),
    levels: { outOfRange: [], outOfR103: [], worstOutOfRangeShare: 0.002, worstOutOfR103Share: 0 },
    sharpness: {
      samples: [{ atSeconds: 0, blur: 4.5, blockiness: 2 }],
      medianBlur: 4.5,
      medianBlockiness: 2,
    },
    captions: { hasEmbedded: false, tracks: [] },
    audio: 'audible',
    otherStreams: [],
    ...changes,
  }
}

export function flashFacts(changes: Partial<VideoFacts['flashes']> = {}): VideoFacts['flashes'] {
  return {
    transitions: [],
    redTransitions: [],
    mostTransitionsPerSecond: 0,
    mostRedTransitionsPerSecond: 0,
    failing: [],
    warning: [],
    extended: [],
    ...changes,
  }
}

/** Facts of stereo audio at -23 LUFS, 20 s long. */
export function audioFacts(changes: Partial<AudioFacts> = {}): AudioFacts {
  return {
    streams: [{ codec: 'aac', channels: 2, layout: 'stereo', sampleRateHz: 48_000, bitsPerSecond: 192_000 }],
    programme: { streams: [0], channels: 2, layout: 'stereo', startSeconds: 0, durationSeconds: 20 },
    loudness: {
      integratedLufs: -23,
      rangeLu: 5,
      maxMomentaryLufs: -17,
      maxShortTermLufs: -19,
      truePeakDbtp: -3,
    },
    curve: { stepSeconds: 0.1, shortTermLufs: Array.from({ length: 200 }, () => -23) },
    silences: [],
    dropouts: [],
    channels: [
      { name: 'L', peakDbfs: -3.1, rmsDbfs: -24, truePeakDbtp: -3 },
      { name: 'R', peakDbfs: -3.5, rmsDbfs: -24, truePeakDbtp: -3.4 },
    ],
    clipping: [],
    stereo: { outOfPhase: [], mono: [], meanPhase: 0.6 },
    againstVideo: { startOffsetSeconds: 0, lengthDifferenceSeconds: 0.01, frameSeconds: 0.04 },
    ...changes,
  }
}

/** The programme of a British master at 25 fps: 30 s after 7 s of slate and 3 s of black. */
export function programmeWindow(changes: Partial<ProgrammeWindow> = {}): ProgrammeWindow {
  return {
    start: 10,
    end: 40,
    layout: { startTimecode: '10:00:00:00', slateSeconds: 7, blackSeconds: 3, holdSeconds: [0, 5] },
    expectedStart: 10,
    lead: { slate: { start: 0, end: 7 }, black: { start: 7, end: 10 }, isFadeIn: false },
    holdSeconds: 5,
    audioBefore: [],
    framesPerSecond: 25,
    hasOtherTimecode: false,
    ...changes,
  }
}
