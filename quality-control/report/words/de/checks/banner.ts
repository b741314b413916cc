import type { Translations } from '../../translations'

export const banner: Translations['checks'] = {
  'banner/click-tag': {
    of: 'c24db9',
    title: 'Klicks laufen über den Adserver',
    failureTitle: 'Klicks werden nicht gezählt',
    why: 'Der Adserver setzt die Zieladresse eines Klicks und zählt ihn. Ohne Clicktag wird nichts gezählt.',
    remedy: 'Öffnen Sie die Adresse mit der Variablen, die der Adserver setzt, etwa window.open(clickTag).',
    says: {
      none: 'kein Clicktag',
      'A link goes to {0}, past the ad server.': 'Ein Link führt am Adserver vorbei zu {0}.',
      'a click tag': 'ein Clicktag',
      'The banner has no click tag.': 'Das Banner hat kein Clicktag.',
    },
  },
  'banner/entry-page': {
    of: '347f88',
    title: 'Das Banner hat eine Startseite',
    failureTitle: 'Adserver finden die Startseite vielleicht nicht',
    why: 'Ein Adserver öffnet index.html in der obersten Ebene des Archivs und lehnt ein Banner ohne sie ab.',
    remedy:
      'Legen Sie index.html in die oberste Ebene: packen Sie die Dateien, nicht den Ordner, der sie ' +
      'enthält.',
    says: {
      'The page to open is "{0}".': 'Die Startseite ist „{0}“.',
      'index.html at the top level': 'index.html in der obersten Ebene',
      'There is more than one page at the top level: {0}.':
        'In der obersten Ebene gibt es mehr als eine Seite: {0}.',
      'one page': 'eine Seite',
    },
  },
  'banner/external-calls': {
    of: '6cad40',
    title: 'Das Banner lädt nichts von anderswo',
    failureTitle: 'Das Banner lädt Dateien von anderswo',
    why:
      'Adserver lehnen Banner ab, die von anderen Servern laden. Solche Dateien können sich ändern oder ' +
      'verschwinden und verraten Fremden, wer die Werbung sieht.',
    remedy:
      'Legen Sie die Dateien ins Archiv. Fragen Sie den Publisher, bevor Sie mit einem eigenen Dienst ' +
      'messen.',
    says: {
      '{0} loads {1}.': '{0} lädt {1}.',
      '{0} loads {1} without encryption, which browsers block.':
        '{0} lädt {1} unverschlüsselt; das blockieren Browser.',
      '"{0}" loads {1}.': '„{0}“ lädt {1}.',
      'only files of the archive': 'nur Dateien des Archivs',
      '"{0}" loads {1} without encryption, which browsers block.':
        '„{0}“ lädt {1} unverschlüsselt; das blockieren Browser.',
      http: 'http',
      https: 'https',
    },
  },
  'banner/file-count': {
    of: '1c2d60',
    title: 'Das Banner hat wenige Dateien',
    failureTitle: 'Das Banner hat zu viele Dateien',
    why: 'Jede Datei kostet eine Anfrage, und Adserver akzeptieren nur eine begrenzte Zahl.',
    remedy:
      'Fassen Sie Bilder zusammen, fassen Sie Skripte zusammen und lassen Sie weg, was das Banner nicht ' +
      'verwendet.',
    says: {
      'The banner has {0} files.': 'Das Banner hat {0} Dateien.',
    },
  },
  'banner/frames': {
    of: 'e75f89',
    title: 'Das Banner läuft ab und endet mit einem Bild mit Inhalt',
    failureTitle: 'Das Banner läuft nicht ab, wie es soll',
    why:
      'Ein Banner, das leer bleibt oder mit einem Fehler stehen bleibt, wird bezahlt, aber von ' +
      'niemandem gesehen.',
    remedy:
      'Spielen Sie das entpackte Banner ohne Netz in einem Browser ab und beheben Sie, was dessen ' +
      'Konsole meldet.',
    says: {
      'The banner was not rendered: {0}.': 'Das Banner wurde nicht gerendert: {0}.',
      'A script stops with an error: {0}.': 'Ein Skript bricht mit einem Fehler ab: {0}.',
      'no error': 'kein Fehler',
      'The banner is blank after {0} s.': 'Das Banner ist nach {0} s leer.',
      'a blank frame': 'ein leeres Bild',
      'a frame with content': 'ein Bild mit Inhalt',
      'The banner is blank when it has loaded.': 'Das Banner ist leer, wenn es geladen ist.',
      'The banner needs {0}, which is not loaded here.':
        'Das Banner braucht {0}; das wird hier nicht geladen.',
      'The banner still moves after {0} s.': 'Das Banner bewegt sich nach {0} s noch.',
      'more than {0} s': 'mehr als {0} s',
      'this host has no Chromium': 'auf diesem Host fehlt Chromium',
      'the page does not answer': 'die Seite antwortet nicht',
      'the browser ended': 'der Browser hat sich beendet',
    },
  },
  'banner/load': {
    of: 'f69406',
    title: 'Das Banner lädt schnell',
    failureTitle: 'Das Banner lädt am Anfang zu viel',
    why:
      'Was die Seite sofort lädt, bremst die Website um sie herum. Adserver begrenzen es, und Besucher ' +
      'scrollen weiter.',
    remedy:
      'Komprimieren Sie die Bilder, laden Sie große Dateien erst nach der Seite und lassen Sie Schriften ' +
      'und Bibliotheken weg.',
    says: {
      'The page loads {0} at once.': 'Die Seite lädt sofort {0}.',
      'All files have {0} together.': 'Alle Dateien haben zusammen {0}.',
    },
  },
  'banner/missing-files': {
    of: 'c72c06',
    title: 'Alle Dateien des Banners sind im Archiv',
    failureTitle: 'Dateien des Banners fehlen',
    why: 'Wo eine Datei fehlt, zeigt das Banner eine Lücke, die falsche Schrift oder nichts.',
    remedy:
      'Ergänzen Sie die Dateien und packen Sie erneut. Groß- und Kleinschreibung der Namen muss dieselbe ' +
      'sein wie in der Seite.',
    says: {
      '{0} loads "{1}", which is not in the archive.': '{0} lädt „{1}“; die Datei fehlt im Archiv.',
      '{0} loads "{1}", which is not in the archive. The archive has "{2}".':
        '{0} lädt „{1}“; die Datei fehlt im Archiv. Es enthält „{2}“.',
      '"{0}" loads "{1}", which is not in the archive.': '„{0}“ lädt „{1}“; diese Datei fehlt im Archiv.',
      '"{0}" loads "{1}", which is not in the archive. The archive has "{2}".':
        '„{0}“ lädt „{1}“; diese Datei fehlt im Archiv. Das Archiv hat „{2}“.',
      'in the archive': 'im Archiv',
    },
  },
  'banner/size': {
    of: '30017c',
    title: 'Das Banner nennt eine akzeptierte Größe',
    failureTitle: 'Die Größe des Banners fehlt oder ist falsch',
    why:
      'Ein Adserver liest die Größe aus der Seite. Ohne sie wird das Banner abgelehnt oder abgeschnitten ' +
      'gezeigt.',
    remedy:
      'Schreiben Sie <meta name="ad.size" content="width=300,height=250"> mit der gebuchten Größe in den ' +
      'Head.',
    says: {
      'The page does not state its size.': 'Die Seite nennt ihre Größe nicht.',
      'no ad.size': 'kein ad.size',
      'ad.size with width and height': 'ad.size mit width und height',
      'The size cannot be read from "{0}".': 'Die Größe lässt sich aus „{0}“ nicht lesen.',
      'width=300,height=250': 'width=300,height=250',
      'The banner has {0} × {1} pixels, which is not an accepted size.':
        'Das Banner hat {0} × {1} Pixel; diese Größe wird nicht akzeptiert.',
    },
  },
  'banner/unwanted-files': {
    of: '72fd2b',
    title: 'Das Archiv enthält nur Dateien des Banners',
    failureTitle: 'Das Archiv enthält Dateien, die nicht zum Banner gehören',
    why:
      'Adserver lehnen Archive ab, die Programme, Verknüpfungen oder weitere Archive enthalten. Übrig ' +
      'gebliebene Dateien kosten Datenmenge.',
    remedy: 'Entfernen Sie die genannten Dateien und packen Sie erneut.',
    says: {
      '"{0}" is an archive in the archive.': '„{0}“ ist ein Archiv im Archiv.',
      '"{0}" is a program.': '„{0}“ ist ein Programm.',
      '"{0}" is a symbolic link.': '„{0}“ ist eine symbolische Verknüpfung.',
      '"{0}" has a path that leads out of the archive.': '„{0}“ hat einen Pfad, der aus dem Archiv führt.',
      '"{0}" was left by the operating system.': '„{0}“ stammt vom Betriebssystem.',
      '"{0}" has the same name as another file.': '„{0}“ heißt wie eine andere Datei.',
      'files of the banner only': 'nur Dateien des Banners',
      'unsafe path': 'unsicherer Pfad',
      'system file': 'Systemdatei',
      'same name': 'gleicher Name',
    },
  },
}
