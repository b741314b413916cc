import type { Translations } from '../../translations'

export const file: Translations['checks'] = {
  'file/ai-disclosure': {
    of: '6cea03',
    title: 'Le contenu créé par IA est signalé',
    failureTitle: 'Le contenu créé par IA n’est pas signalé comme exigé',
    why:
      'Depuis août 2026, le public doit être informé des hypertrucages (deepfakes) et contenus ' +
      'similaires, et leur fichier doit être marqué. Beaucoup de plateformes étiquettent ou refusent ' +
      'un contenu d’après ce marquage.',
    remedy:
      'Ajoutez la mention visible que demande le client, et conservez les métadonnées à l’export ' +
      '(Content Credentials, type de source numérique IPTC).',
    says: {
      'The file does not state how it was made.': 'Le fichier n’indique pas comment il a été créé.',
      'The file states that AI made it.': 'Le fichier indique qu’une IA l’a créé.',
      'no content made by AI': 'aucun contenu créé par IA',
      'The file states that AI made it or parts of it, and no visible label was found.':
        'Le fichier indique qu’une IA l’a créé en tout ou partie, et aucune mention visible n’a été ' +
        'trouvée.',
      'a label such as "{0}"': 'une mention telle que « {0} »',
      'neither a digital source type nor Content Credentials':
        'ni type de source numérique ni Content Credentials',
      'a digital source type or Content Credentials':
        'un type de source numérique ou des Content Credentials',
    },
  },
  'file/content-credentials': {
    of: '332e99',
    title: 'Les Content Credentials sont valides',
    failureTitle: 'Les Content Credentials ne sont pas valides',
    why:
      'Les plateformes et les visionneuses montrent qui a signé un fichier et comment il a été créé. ' +
      'Une signature invalide s’affiche comme un avertissement, ou le fichier perd son étiquette.',
    remedy:
      'Exportez de nouveau le fichier depuis l’application qui le signe, et ne modifiez plus rien ' +
      'ensuite. Ou supprimez les Content Credentials.',
    says: {
      'The file has no Content Credentials.': 'Le fichier n’a pas de Content Credentials.',
      'Content Credentials': 'Content Credentials',
      'signed by {0}': 'signées par {0}',
      'signed by an unknown signer': 'signées par un signataire inconnu',
      'a valid signature': 'une signature valide',
      'The Content Credentials could not be validated. {0}':
        'Les Content Credentials n’ont pas pu être validées. {0}',
      'The signer of the Content Credentials is not on the trust list.':
        'Le signataire des Content Credentials ne figure pas sur la liste de confiance.',
      'a trusted signer': 'un signataire de confiance',
    },
  },
  'file/integrity': {
    of: 'e60e55',
    title: 'Le fichier est complet et intact',
    failureTitle: 'Le fichier est endommagé ou incomplet',
    why:
      'Un fichier endommagé peut s’ouvrir dans un programme et échouer dans le suivant, sur le ' +
      'serveur publicitaire ou chez l’imprimeur.',
    remedy:
      'Redéposez l’original. Si l’erreur persiste, exportez de nouveau le fichier. La cause ' +
      'habituelle est un dépôt interrompu.',
    says: {
      'The file cannot be decoded.': 'Le fichier ne peut pas être décodé.',
      'a file that opens': 'un fichier qui s’ouvre',
      ['The cross-reference table of the PDF is wrong. Viewers rebuild it, and nothing is missing, but ' +
      'the system of a printer may refuse the file.']:
        'La table des références croisées du PDF est fausse. Les lecteurs la reconstruisent et rien ne ' +
        'manque, mais le système d’un imprimeur peut refuser le fichier.',
      'a table that was rebuilt': 'une table reconstruite',
      'a correct table': 'une table correcte',
      'Only {0} of {1} frames could be decoded. The file was probably cut off.':
        'Seules {0} images sur {1} ont pu être décodées. Le fichier est sans doute tronqué.',
      'Errors occurred while the file was decoded. Parts of it may be missing or look wrong.':
        'Le décodage du fichier a produit des erreurs. Des parties peuvent manquer ou s’afficher mal.',
      '1 error': '1 erreur',
      '{0} errors': '{0} erreurs',
      '1 error: {0}': '1 erreur : {0}',
      '{0} errors: {1}': '{0} erreurs : {1}',
      'no decoder errors': 'aucune erreur du décodeur',
    },
  },
  'file/name-claims': {
    of: '4f748c',
    title: 'Le nom du fichier correspond au contenu',
    failureTitle: 'Le nom du fichier et son contenu se contredisent',
    why:
      'Les fichiers sont programmés d’après leur nom. Avec une taille, une durée ou une langue ' +
      'fausse, un fichier est diffusé au mauvais endroit.',
    remedy:
      'Vérifiez si deux fichiers ont été intervertis. Renommez le fichier, ou déposez celui que le ' +
      'nom décrit.',
    says: {
      'The profile sets no naming rule.': 'Le profil ne fixe pas de règle de nommage.',
      'The name "{0}" does not follow the rule {1}.': 'Le nom « {0} » ne suit pas la règle {1}.',
      'The name says the language {0}, but the file declares {1}.':
        'Langue dans le nom : {0} ; langue déclarée dans le fichier : {1}.',
      'The name says the language {0}, but its text is in {1}.':
        'Langue dans le nom : {0} ; langue du texte : {1}.',
      'the file declares {0}': 'le fichier déclare {0}',
      'its text is in {0}': 'langue du texte : {0}',
      'The name says {0} × {1} pixels, but the file is {2}.':
        'Le nom indique {0} × {1} pixels, mais le fichier fait {2}.',
      'The name says {0} pixels, but the file is {1}.':
        'Le nom indique {0} pixels, mais le fichier fait {1}.',
      'The name says {0} s, but the file is {1}.': 'Le nom indique {0} s, mais le fichier dure {1}.',
      'The name says {0} frames per second, but the file is {1}.':
        'Le nom indique {0} images par seconde, mais le fichier est à {1}.',
      'The name says {0}, but the file is {1}.': 'Le nom indique {0}, mais le contenu est : {1}.',
      '{0} × ? pixels': '{0} × ? pixels',
      '? × {0} pixels': '? × {0} pixels',
      '? × ? pixels': '? × ? pixels',
      'a still, without a duration': 'une image fixe, sans durée',
      '{0} frames per second': '{0} images par seconde',
      '{0} pixels': '{0} pixels',
      'image ({0})': 'image ({0})',
      'audio ({0})': 'son ({0})',
      'The name says {0} s, but the file is a still, without a duration.':
        'Le nom indique {0} s, mais le fichier est une image fixe, sans durée.',
      'The name says {0} wide pixels, but the file is {1}.':
        'Le nom indique {0} pixels de large, mais le fichier fait {1}.',
      'The name says {0} high pixels, but the file is {1}.':
        'Le nom indique {0} pixels de haut, mais le fichier fait {1}.',
      '{0} wide pixels': '{0} pixels de large',
      '{0} high pixels': '{0} pixels de haut',
      'The name says {0}, but the file is image ({1} image).':
        'Le nom indique {0}, mais le fichier est une image {1}.',
      'The name says {0}, but the file is video ({1} video).':
        'Le nom indique {0}, mais le fichier est une vidéo {1}.',
      'The name says {0}, but the file is audio ({1} audio file).':
        'Le nom indique {0}, mais le fichier est un fichier audio {1}.',
      'The name says {0}, but the file is pdf (PDF document).':
        'Le nom indique {0}, mais le fichier est un document PDF.',
      'image ({0} image)': 'image {0}',
      'audio ({0} audio file)': 'fichier audio {0}',
    },
  },
  'file/name-pattern': {
    of: 'ca85b6',
    title: 'Le nom du fichier suit la règle de nommage',
    failureTitle: 'Le nom du fichier ne respecte pas la règle de nommage',
    why:
      'Les serveurs publicitaires et les archives retrouvent les fichiers par leur nom, et certains ' +
      'systèmes refusent certains caractères.',
    remedy: 'Renommez le fichier selon la règle et redéposez-le.',
    says: {
      'The name "{0}" breaks the rule: {1}.': 'Le nom « {0} » ne respecte pas la règle : {1}.',
      'no control characters and none of < > : " / \\ | ? *':
        'aucun caractère de contrôle et aucun de ces caractères : < > : " / \\ | ? *',
    },
  },
  'file/privacy': {
    of: '764eb1',
    title: 'Le fichier ne contient pas de données personnelles',
    failureTitle: 'Le fichier contient des données personnelles',
    why:
      'Quiconque télécharge le fichier publié peut lire où une photo a été prise, avec quel appareil ' +
      'et par qui.',
    remedy:
      'Exportez sans métadonnées (« Enregistrer pour le Web », « Supprimer l’emplacement »), ou ' +
      'supprimez les métadonnées avant la livraison.',
    says: {
      'the GPS position of the recording': 'la position GPS de la prise de vue',
      'the serial number of a camera or lens': 'le numéro de série d’un appareil ou d’un objectif',
      "the author's name": 'le nom de l’auteur',
      'a path on a computer, with the name of its user':
        'un chemin sur un ordinateur, avec le nom de son utilisateur',
      'a thumbnail that shows something else, such as the image before it was cropped':
        'une vignette qui montre autre chose, par exemple l’image avant son recadrage',
      'The metadata contains {0}.': 'Contenu des métadonnées : {0}.',
      'not in the file': 'pas dans le fichier',
    },
  },
  'file/type': {
    of: '6070c1',
    title: 'Le format du fichier correspond à son nom',
    failureTitle: 'Le format du fichier n’est pas celui attendu',
    why:
      'Un fichier dont le contenu et l’extension se contredisent risque de ne pas s’ouvrir, et les ' +
      'serveurs publicitaires et les imprimeurs le refusent.',
    remedy: 'Exportez le fichier dans le format attendu. Renommer un fichier ne le convertit pas.',
    says: {
      'The file is {0}, but its name has no extension.':
        'Le fichier est {0}, mais son nom n’a pas d’extension.',
      'The file is {0}, but its name has the extension .{1}.':
        'Le fichier est {0}, mais son nom a l’extension .{1}.',
      'no extension': 'aucune extension',
      'the extension .{0}': 'l’extension .{0}',
      'a known file format': 'un format de fichier connu',
      'The file is {0}; expected {1}.': 'Le fichier est {0} ; attendu : {1}.',
    },
  },
  'file/weight': {
    of: 'acdbcf',
    title: 'La taille du fichier est dans les limites',
    failureTitle: 'Le fichier est trop lourd ou trop léger',
    why:
      'Les serveurs publicitaires refusent les fichiers lourds, et ceux-ci se chargent lentement. Un ' +
      'fichier de quelques octets est en général un export raté.',
    remedy:
      'Exportez avec une compression plus forte ou des dimensions plus petites. Si le fichier est ' +
      'trop léger, exportez-le de nouveau.',
    says: {
      'The file has only {0}; expected at least {1}.': 'Le fichier ne fait que {0} ; attendu : au moins {1}.',
    },
  },
}
