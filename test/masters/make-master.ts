import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { masterAudio, sampleRateHz } from './master-audio'
import { height, masterFrames, width } from './master-frames'
import { baseOf, leadOf, type Master } from './master'

/** Makes the file of a master in a folder, always with the same frames and samples, and returns its path. */
export async function makeMaster(master: Master, folder: string): Promise<string> {
  const path = join(folder, `${master.name}.${master.extension}`)
  const frames = await masterFrames(master)
  const audio = join(folder, `${master.name}.pcm`)
  writeFileSync(audio, masterAudio(master, frames))
  const child = spawn('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...argumentsFor(master, audio), path], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const ended = once(child, 'exit')
  const pipe = child.stdio[3] as NodeJS.WritableStream
  for (let n = 0; n < frames.count; n++) if (!pipe.write(frames.frame(n))) await once(pipe, 'drain')
  pipe.end()
  const [code] = (await ended) as [number | null]
  rmSync(audio)
  if (code !== 0) throw new Error(`ffmpeg could not make ${path}`)
  return path
}

function argumentsFor(master: Master, audio: string): string[] {
  const { rate, extension, hasTimecode = true } = master
  const video = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-s',
    `${width}x${height}`,
    '-r',
    rate,
    '-i',
    'pipe:3',
  ]
  const tags = 'color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv'
  const colour = ['-vf', `setparams=${tags}`]
  const sound = ['-f', 's16le', '-ar', String(sampleRateHz), '-ac', '2', '-i', audio]
  const timecode = hasTimecode ? ['-timecode', startTimecode(master)] : []
  return [...video, ...sound, ...coding[extension], ...colour, ...timecode]
}

const coding = {
  mxf: [
    '-c:v',
    'mpeg2video',
    '-pix_fmt',
    'yuv422p',
    '-q:v',
    '2',
    '-g',
    '12',
    '-bf',
    '2',
    '-c:a',
    'pcm_s24le',
  ],
  mov: ['-c:v', 'prores_aw', '-profile:v', '3', '-pix_fmt', 'yuv422p10le', '-c:a', 'pcm_s24le'],
  mp4: [
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '12',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-b:a',
    '320k',
  ],
}

/** Of the first frame, so that the programme starts at 10:00:00:00. */
function startTimecode(master: Master): string {
  const { slate, black } = leadOf(master)
  const seconds = 36_000 - slate - black - (master.barsSeconds ?? 0)
  const two = (value: number) => String(value).padStart(2, '0')
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${text}${baseOf(master) === 30 ? ';' : ':'}00`
}
