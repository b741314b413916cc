import type { Probe } from '../probe'

/** Video and audio files: ffprobe for what the container declares, then one ffmpeg pass for what pictures and sound show. */
export const probeVideo: Probe = async ({ signal }) => {
  signal.throwIfAborted()
  const reason = 'the video analyser is not part of this version'
  return Promise.resolve({
    facts: {},
    problems: { video: reason, audio: reason, integrity: reason },
    previews: [],
    technicalFacts: [],
    tools: [],
  })
}
