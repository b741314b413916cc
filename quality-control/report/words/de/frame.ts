import type { ReportWords } from '../report-words'

const checks = (count: number) => (count === 1 ? '1 Prüfung' : `${count} Prüfungen`)

export const de: ReportWords = {
  language: 'de',
  months: [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober'],
    ...['November', 'Dezember'],
  ],
  date: (day, month, year) => `${day}. ${month} ${year}`,
  colon: ': ',
  report: 'Prüfbericht',
  verdicts: { pass: 'Bestanden', review: 'Zu prüfen', fail: 'Nicht bestanden', error: 'Nicht geprüft' },
  sentences: {
    review: 'Eine Person sollte die Befunde ansehen, bevor die Datei verwendet wird.',
    fail: 'Diese Datei muss korrigiert werden, bevor sie verwendet wird.',
    error:
      'Eine Pflichtprüfung konnte nicht ausgeführt werden, deshalb gibt es noch keine Punktzahl. Der ' +
      'Betrieb ist informiert und wiederholt die Prüfung.',
  },
  readyToUse: (profile) => `Verwendbar nach dem Profil „${profile}“.`,
  checked: (count, areas) => `${checks(count)} ausgeführt: ${areas}.`,
  areas: {
    ...{ file: 'Datei', image: 'Bild', pdf: 'PDF', video: 'Video', audio: 'Ton' },
    ...{ banner: 'Banner', copy: 'Text und Codes' },
  },
  statuses: {
    pass: 'Bestanden',
    warn: 'Warnung',
    fail: 'Nicht bestanden',
    accepted: 'Akzeptiert',
    not_applicable: 'Trifft nicht zu',
    errored: 'Nicht ausgeführt',
  },
  severities: { blocker: 'kritisch', major: 'schwer', minor: 'leicht', info: 'Hinweis' },
  withAccepted: (verdict, count) =>
    `${verdict}, mit ${count} ${count === 1 ? 'akzeptierten Befund' : 'akzeptierten Befunden'}`,
  acceptedFindings: 'Akzeptierte Befunde',
  onlyAccepted: 'Keine Prüfung hat ein weiteres Problem gefunden.',
  acceptedBy: (who) => `Akzeptiert von ${who}`,
  acceptedUntil: (day) => `bis ${day}`,
  of100: 'von 100',
  noScore: 'keine Punktzahl',
  uploaded: (moment) => `hochgeladen am ${moment}`,
  notCheckable: 'Diese Datei konnte nicht geprüft werden.',

  superseded: 'Überholt',
  supersededSentence:
    'Dieser Bericht betrifft eine ältere Version der Datei. Es gilt der Bericht über die neuere Version.',
  supersededResult: (verdict, score) => `Ergebnis der älteren Version: ${verdict}, ${score}`,
  newerReportName: (part) => `Der Name des neueren Berichts enthält „${part}“.`,
  reportsFolder: 'Ordner der Berichte öffnen',
  currentFile: 'Aktuelle Version der Datei öffnen',

  minorPoints: 'Kleinere Punkte',
  whatToDo: 'Was zu tun ist',
  whyNoScore: 'Warum es keine Punktzahl gibt',
  whyRejected: 'Grund',
  noProblem: 'Keine Prüfung hat ein Problem gefunden.',
  correctIt: 'Korrigieren Sie die Datei und laden Sie sie erneut hoch.',
  accepted: 'Angenommen werden',
  acceptedUpTo: (size) => `bis ${size}`,
  toDo: 'Zu tun:',
  notChecked: 'Nicht geprüft:',
  andMore: (count) => `und ${count} weitere`,
  moreInDetails: (count) => `${count} weitere unter`,
  moreOfTheKind: (count) => `${count} weitere derselben Art`,
  more: (count) => `${count} weitere`,

  findings: 'Befunde',
  finding: (number) => `Befund ${number}`,
  measured: 'Gemessen',
  expected: 'Erwartet',
  page: (page) => `Seite ${page}`,
  at: (time) => `bei ${time}`,
  fromTo: (start, end) => `${start} bis ${end}`,
  closeUp: (number) => `Befund ${number}, vergrößert`,
  frameAt: (time) => `Einzelbild bei ${time}`,
  nearestFrame: (time) => `Nächstes Bild: ${time}`,

  image: 'Bild',
  frames: 'Einzelbilder',
  pages: 'Seiten',
  pagesShown: (shown, all) => `Gezeigt werden die ersten ${shown} von ${all} Seiten.`,
  boxes: {
    trim: 'Endformat (TrimBox)',
    bleed: 'Anschnitt (BleedBox)',
    crop: 'Beschnitt (CropBox)',
    art: 'Inhalt (ArtBox)',
    media: 'Medienformat (MediaBox)',
  },
  safeArea: 'Sicherer Bereich',
  detectedText: 'Erkannter Text',
  legendOf: (severity, status) => `${status}, ${severity}`,

  timeline: 'Zeitachse',
  lanes: {
    ...{ Black: 'Schwarz', Freeze: 'Standbild', Flashes: 'Blitze', Cuts: 'Schnitte', Silence: 'Stille' },
  },
  time: 'Zeit',
  none: 'keine',
  loudness: 'Kurzzeit-Lautheit',
  loudnessOverTime: (target) => `Kurzzeit-Lautheit im Verlauf; das Ziel ist ${target}`,
  loudnessTarget: (target) => `Grünes Band: das Ziel für das ganze Programm, ${target}.`,

  checksPassed: (count) => `${checks(count)} bestanden`,
  checksNotApplicable: (count) =>
    `${checks(count)} ${count === 1 ? 'trifft' : 'treffen'} auf diese Datei nicht zu`,
  checksNotRun: (count) => `${checks(count)} nicht ausgeführt`,
  checksThatCouldNotRun: 'Nicht ausgeführte Prüfungen',

  sum: 'Wie die Punktzahl berechnet wird',
  sumCaption: 'Abgezogene Punkte je Prüfung',
  start: 'Anfang',
  score: 'Punktzahl',
  noScoreBecause: 'Keine Punktzahl: eine Pflichtprüfung konnte nicht ausgeführt werden',
  neverBelow0: 'Die Punktzahl ist nie kleiner als 0',
  cappedTo: (severity, score) =>
    `Ein nicht bestandener Befund der Stufe „${severity}“ begrenzt die Punktzahl auf ${score}`,
  scoreRules:
    'Eine nicht bestandene Prüfung kostet 40 Punkte (kritisch), 15 (schwer) oder 5 (leicht), eine Warnung ' +
    'die Hälfte. Eine nicht bestandene kritische oder schwere Prüfung lässt die Datei durchfallen. Sonst ' +
    'ist die Datei ab 90 Punkten bestanden, darunter zu prüfen.',
  technicalFacts: 'Technische Daten',
  provenance: 'Herkunft',
  session: 'Sitzung',
  uploadTime: 'Hochgeladen',
  profile: 'Profil',
  profileVersion: (title, id, version) => `${title} (${id}, Version ${version})`,
  boxFile: 'Datei in Box',
  boxFileVersion: (file, version) => `${file}, Version ${version}`,
  workflow: 'Workflow',
  tools: 'Werkzeuge',
  technicalDetail: 'Technische Einzelheit',
  sourceLink: 'Datei in Box öffnen',
  runLink: 'Lauf öffnen',
  contact: 'Fragen?',
  notACertificate:
    'Die Prüfung auf Blitze ist eine Vorprüfung nach WCAG 2.3.1 und ITU-R BT.1702, kein Zertifikat.',
  englishParts: 'Befunde, Abhilfen und technische Daten sind auf Englisch.',
}
