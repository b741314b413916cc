import type { Facts } from '../../facts/facts'
import type { AudioFacts } from '../../facts/audio'
import type { VideoFacts } from '../../facts/video'

/** The rows of the report: label and value, in its order. */
export function technicalFacts({ video, audio }: Partial<Facts>): { label: string; value: string }[] {
  return [
    ...(video === undefined ? [] : videoLines(video)),
    ...(audio === undefined ? [] : audioLines(audio)),
  ]
}

function videoLines(video: VideoFacts) {
  const { container, codec, codecProfile, frameRate, scan, colour, bitsPerSecond } = video
  return [
    { label: 'Container', value: [container.name, container.brand].filter(Boolean).join(', brand ') },
    { label: 'Video codec', value: [codec, codecProfile].filter(Boolean).join(', profile ') },
    { label: 'Frame size', value: sizeOf(video) },
    { label: 'Duration', value: `${video.durationSeconds.toFixed(3)} s, ${video.decodedFrames} frames` },
    { label: 'Frame rate', value: rateOf(frameRate) },
    ...(video.timecode === undefined ? [] : [{ label: 'Timecode', value: timecodeOf(video.timecode) }]),
    { label: 'Scan', value: `${scan.flagged} by its flag, ${scan.content} by its content` },
    ...(bitsPerSecond === undefined ? [] : [{ label: 'Video bit rate', value: bitRate(bitsPerSecond) }]),
    { label: 'Pixel format', value: `${video.pixelFormat}, ${video.bitDepth} bit` },
    { label: 'Colour', value: colourOf(colour) },
    { label: 'Captions', value: captionsOf(video) },
  ]
}

function sizeOf({
  codedWidth,
  codedHeight,
  displayWidth,
  displayHeight,
  sampleAspectRatio,
  rotationDegrees,
}: VideoFacts): string {
  const notes = [
    ...(sampleAspectRatio === 1 ? [] : [`pixel aspect ratio ${sampleAspectRatio.toFixed(4)}`]),
    ...(rotationDegrees === 0 ? [] : [`turned by ${rotationDegrees}°`]),
  ]
  const stored = notes.length === 0 ? '' : ` (stored as ${codedWidth} × ${codedHeight}, ${notes.join(', ')})`
  return `${displayWidth} × ${displayHeight} px${stored}`
}

function rateOf({ measured, nominal, isVariable }: VideoFacts['frameRate']): string {
  if (measured === undefined) return nominal === undefined ? 'unknown' : `${decimals(nominal)} declared`
  return `${decimals(measured)} frames per second${isVariable ? ', variable' : ''}`
}

function timecodeOf({ start, isDropFrame, others, hasJumps }: NonNullable<VideoFacts['timecode']>): string {
  const notes = [...(isDropFrame ? ['drop-frame'] : []), ...others, ...(hasJumps ? ['with jumps'] : [])]
  return [`from ${start}`, ...notes].join(', ')
}

function colourOf({ range, primaries, transfer, space, dynamicRange }: VideoFacts['colour']): string {
  const tags = [primaries, transfer, space].map((tag) => tag ?? 'not tagged').join(' / ')
  return (
    `${tags}, ${range === undefined ? 'range not tagged' : `${range} range`},` +
    ` ${dynamicRange.toUpperCase()}`
  )
}

function captionsOf({ captions: { hasEmbedded, tracks } }: VideoFacts): string {
  const listed = tracks.map(({ codec, language }) =>
    language === undefined ? codec : `${codec} (${language})`,
  )
  return [...(hasEmbedded ? ['CEA-608/708 in the video stream'] : []), ...listed].join(', ') || 'none'
}

function audioLines({ streams, programme, loudness }: AudioFacts) {
  const { integratedLufs, rangeLu, truePeakDbtp, notMeasurable } = loudness
  const measured =
    integratedLufs === undefined ? `not measurable: ${notMeasurable}` : `${integratedLufs.toFixed(1)} LUFS`
  return [
    { label: 'Audio', value: streams.map(streamOf).join('; ') },
    { label: 'Audio duration', value: `${programme.durationSeconds.toFixed(3)} s` },
    {
      label: 'Loudness',
      value: rangeLu === undefined ? measured : `${measured}, range ${rangeLu.toFixed(1)} LU`,
    },
    {
      label: 'True peak',
      value: truePeakDbtp === undefined ? 'digital silence' : `${truePeakDbtp.toFixed(1)} dBTP`,
    },
  ]
}

function streamOf({
  codec,
  layout,
  channels,
  sampleRateHz,
  bitsPerSecond,
  language,
}: AudioFacts['streams'][number]): string {
  const channelText = layout === 'unknown' ? `${channels} channels` : layout
  const rest = [
    ...(bitsPerSecond === undefined ? [] : [bitRate(bitsPerSecond)]),
    ...(language === undefined ? [] : [language]),
  ]
  return [codec, channelText, `${sampleRateHz} Hz`, ...rest].join(', ')
}

const bitRate = (perSecond: number) =>
  perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} Mbit/s` : `${Math.round(perSecond / 1000)} kbit/s`
const decimals = (value: number) => value.toFixed(3).replace(/\.?0+$/, '')
