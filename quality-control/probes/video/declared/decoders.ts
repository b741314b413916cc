/**
 * The decoders that a file may ask for, by ffmpeg's names. What is not in here (SVG or ANSI art inside a Matroska file, game
 * formats) is attack surface that no advertisement needs; a file with such a stream is told so.
 */
export const decoders: readonly string[] = [
  ...['h264', 'hevc', 'libdav1d', 'libaom-av1', 'av1', 'vp8', 'vp9', 'libvpx', 'libvpx-vp9', 'mpeg1video', 'mpeg2video', 'mpeg4'],
  ...['prores', 'dnxhd', 'cfhd', 'vc1', 'wmv1', 'wmv2', 'wmv3', 'msmpeg4', 'msmpeg4v2', 'h263', 'flv', 'vp6', 'vp6f', 'theora', 'dvvideo'],
  ...['mjpeg', 'jpeg2000', 'libopenjpeg', 'png', 'qtrle', 'rawvideo', 'v210', 'v410', 'r210', 'r10k', 'ffv1', 'huffyuv', 'ffvhuff'],
  ...['utvideo', 'hap', 'svq1', 'svq3', 'cinepak'],
  ...['aac', 'aac_latm', 'mp3', 'mp3float', 'mp2', 'mp2float', 'ac3', 'eac3', 'dca', 'truehd', 'flac', 'alac', 'opus', 'libopus', 'vorbis'],
  ...['libvorbis', 'wmav1', 'wmav2', 'wmapro', 'amrnb', 'amrwb', 'libopencore_amrnb', 'libopencore_amrwb', 'adpcm_ms', 'adpcm_ima_wav'],
  ...['adpcm_ima_qt', 'pcm_s16le', 'pcm_s16be', 'pcm_s24le', 'pcm_s24be', 'pcm_s32le', 'pcm_s32be', 'pcm_f32le', 'pcm_f32be', 'pcm_f64le'],
  ...['pcm_f64be', 'pcm_u8', 'pcm_s8', 'pcm_alaw', 'pcm_mulaw', 'pcm_bluray', 'pcm_dvd', 's302m'],
  ...['mov_text', 'webvtt', 'subrip', 'srt', 'ass', 'ssa', 'dvbsub', 'dvdsub', 'pgssub', 'cc_dec'],
]
