import type { ReportWords } from '../report-words'

const checks = (count: number) => (count === 1 ? '1 control' : `${count} controles`)

export const es: ReportWords = {
  language: 'es',
  months: [
    ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre'],
    ...['noviembre', 'diciembre'],
  ],
  date: (day, month, year) => `${day} de ${month} de ${year}`,
  colon: ': ',
  report: 'Informe de control',
  verdicts: { pass: 'Apto', review: 'Por revisar', fail: 'No apto', error: 'Sin controlar' },
  sentences: {
    review: 'Una persona debe ver los hallazgos antes de usar este archivo.',
    fail: 'Este archivo debe corregirse antes de usarlo.',
    error:
      'No se pudo ejecutar un control obligatorio, por lo que aún no hay puntuación. Los operadores están ' +
      'avisados y lo intentarán de nuevo.',
  },
  readyToUse: (profile) => `Listo para usar según el perfil «${profile}».`,
  checked: (count, areas) => `${checks(count)} ejecutado${count === 1 ? '' : 's'}: ${areas}.`,
  areas: {
    ...{ file: 'archivo', image: 'imagen', pdf: 'PDF', video: 'vídeo', audio: 'audio' },
    banner: 'banner',
    copy: 'texto y códigos',
  },
  statuses: {
    pass: 'Apto',
    warn: 'Advertencia',
    fail: 'No apto',
    accepted: 'Aceptado',
    not_applicable: 'No procede',
    errored: 'No ejecutado',
  },
  severities: { blocker: 'crítico', major: 'grave', minor: 'leve', info: 'información' },
  withAccepted: (verdict, count) =>
    `${verdict}, con ${count} ${count === 1 ? 'hallazgo aceptado' : 'hallazgos aceptados'}`,
  acceptedFindings: 'Hallazgos aceptados',
  onlyAccepted: 'Ningún control encontró otro problema.',
  acceptedBy: (who) => `Aceptado por ${who}`,
  acceptedUntil: (day) => `hasta el ${day}`,
  of100: 'de 100',
  noScore: 'sin puntuación',
  uploaded: (moment) => `subido el ${moment}`,
  notCheckable: 'No se pudo controlar este archivo.',

  superseded: 'Reemplazado',
  supersededSentence:
    'Este informe trata de una versión anterior del archivo. Use el informe sobre la versión nueva.',
  supersededResult: (verdict, score) => `Resultado de la versión anterior: ${verdict}, ${score}`,
  newerReportName: (part) => `El nombre del informe nuevo contiene «${part}».`,
  reportsFolder: 'Abrir la carpeta de los informes',
  currentFile: 'Abrir la versión actual del archivo',

  minorPoints: 'Puntos menores',
  whatToDo: 'Qué hacer',
  whyNoScore: 'Por qué no hay puntuación',
  whyRejected: 'Motivo',
  noProblem: 'Ningún control encontró un problema.',
  correctIt: 'Corrija el archivo y súbalo de nuevo.',
  accepted: 'Se aceptan',
  acceptedUpTo: (size) => `hasta ${size}`,
  toDo: 'Qué hacer:',
  notChecked: 'Sin controlar:',
  andMore: (count) => `y ${count} más`,
  moreInDetails: (count) => `${count} más en`,
  moreOfTheKind: (count) => `${count} más del mismo tipo`,
  more: (count) => `${count} más`,

  findings: 'Hallazgos',
  finding: (number) => `Hallazgo ${number}`,
  measured: 'Medido',
  expected: 'Esperado',
  page: (page) => `página ${page}`,
  at: (time) => `en ${time}`,
  fromTo: (start, end) => `de ${start} a ${end}`,
  closeUp: (number) => `Hallazgo ${number}, ampliado`,
  frameAt: (time) => `Fotograma en ${time}`,
  nearestFrame: (time) => `Fotograma más cercano: ${time}`,

  image: 'Imagen',
  frames: 'Fotogramas',
  pages: 'Páginas',
  pagesShown: (shown, all) => `Se muestran las primeras ${shown} de ${all} páginas.`,
  boxes: {
    trim: 'Formato final (TrimBox)',
    bleed: 'Sangrado (BleedBox)',
    crop: 'Recorte (CropBox)',
    art: 'Contenido (ArtBox)',
    media: 'Soporte (MediaBox)',
  },
  safeArea: 'Zona segura',
  detectedText: 'Texto detectado',
  legendOf: (severity, status) => `${status}, ${severity}`,

  timeline: 'Línea de tiempo',
  lanes: {
    ...{ Black: 'Negro', Freeze: 'Congelado', Flashes: 'Destellos', Cuts: 'Cortes', Silence: 'Silencio' },
  },
  time: 'Tiempo',
  none: 'ninguno',
  loudness: 'Sonoridad a corto plazo',
  loudnessOverTime: (target) => `Sonoridad a corto plazo en el tiempo; el objetivo es ${target}`,
  loudnessTarget: (target) => `Banda verde: el objetivo para todo el programa, ${target}.`,

  checksPassed: (count) => `${checks(count)} apto${count === 1 ? '' : 's'}`,
  checksNotApplicable: (count) =>
    `${checks(count)} no ${count === 1 ? 'procede' : 'proceden'} para este archivo`,
  checksNotRun: (count) => `${checks(count)} no ejecutado${count === 1 ? '' : 's'}`,
  checksThatCouldNotRun: 'Controles no ejecutados',

  sum: 'Cómo se calcula la puntuación',
  sumCaption: 'Puntos descontados por control',
  start: 'Inicio',
  score: 'Puntuación',
  noScoreBecause: 'Sin puntuación: no se pudo ejecutar un control obligatorio',
  neverBelow0: 'La puntuación nunca es menor que 0',
  cappedTo: (severity, score) => `Un control no apto (${severity}) limita la puntuación a ${score}`,
  scoreRules:
    'Un control no apto cuesta 40 puntos (crítico), 15 (grave) o 5 (leve); una advertencia, la mitad. Un ' +
    'control crítico o grave no apto hace que el archivo no sea apto. En otro caso, el archivo es apto ' +
    'desde 90 puntos y está por revisar por debajo.',
  technicalFacts: 'Datos técnicos',
  provenance: 'Procedencia',
  session: 'Sesión',
  uploadTime: 'Subido',
  profile: 'Perfil',
  profileVersion: (title, id, version) => `${title} (${id}, versión ${version})`,
  boxFile: 'Archivo en Box',
  boxFileVersion: (file, version) => `${file}, versión ${version}`,
  workflow: 'Workflow',
  tools: 'Herramientas',
  technicalDetail: 'Detalle técnico',
  sourceLink: 'Abrir el archivo en Box',
  runLink: 'Abrir la ejecución',
  contact: '¿Preguntas?',
  notACertificate:
    'El control de destellos es un control previo según WCAG 2.3.1 y UIT-R BT.1702, no un certificado.',
  englishParts: 'Los hallazgos, las correcciones y los datos técnicos están en inglés.',
}
