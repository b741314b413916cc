/**
 * Names of the channels of one of ffmpeg's layouts, in its order; numbers when the layout is not one of the
 * usual.
 */
export function channelNames(layout: string, channels: number): string[] {
  const names = layouts[layout.replace(/\(.*\)$/, '')]
  return names?.length === channels
    ? names
    : Array.from({ length: channels }, (_, index) => String(index + 1))
}

const layouts: Record<string, string[]> = {
  mono: ['mono'],
  stereo: ['L', 'R'],
  '2.1': ['L', 'R', 'LFE'],
  '3.0': ['L', 'R', 'C'],
  quad: ['L', 'R', 'Ls', 'Rs'],
  '4.0': ['L', 'R', 'C', 'Cs'],
  '5.0': ['L', 'R', 'C', 'Ls', 'Rs'],
  '5.1': ['L', 'R', 'C', 'LFE', 'Ls', 'Rs'],
  '7.1': ['L', 'R', 'C', 'LFE', 'Lb', 'Rb', 'Ls', 'Rs'],
}
