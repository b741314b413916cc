import type { Translations } from '../translations'
import { audioLevels } from './checks/audio-levels'
import { audioTracks } from './checks/audio-tracks'
import { banner } from './checks/banner'
import { copy } from './checks/copy'
import { file } from './checks/file'
import { imageContent } from './checks/image-content'
import { imageFormat } from './checks/image-format'
import { pdfColour } from './checks/pdf-colour'
import { pdfContent } from './checks/pdf-content'
import { pdfDocument } from './checks/pdf-document'
import { pdfPages } from './checks/pdf-pages'
import { videoContent } from './checks/video-content'
import { videoDelivery } from './checks/video-delivery'
import { videoSignal } from './checks/video-signal'
import { facts } from './facts'
import { formats } from './formats'
import { sentences } from './sentences'
import { shared } from './shared'
import { unsupported } from './unsupported'

export const de: Translations = {
  isComplete: true,
  checks: {
    ...{ ...audioLevels, ...audioTracks, ...banner, ...copy, ...file, ...imageContent, ...imageFormat },
    ...{ ...pdfColour, ...pdfContent, ...pdfDocument, ...pdfPages },
    ...{ ...videoContent, ...videoDelivery, ...videoSignal },
  },
  shared: { ...formats, ...sentences, ...shared, ...unsupported },
  facts,
}
