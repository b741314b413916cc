import type { Translations } from '../../translations'

export const pdfColour: Translations['checks'] = {}
