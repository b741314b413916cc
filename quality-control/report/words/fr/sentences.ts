import type { Says } from '../translations'

export const sentences: Says = {
  'The file was changed after it was signed.': 'Le fichier a été modifié après sa signature.',
  'A statement in the manifest was changed after it was signed.':
    'Une déclaration du manifeste a été modifiée après la signature.',
  'The signature does not fit the manifest.': 'La signature ne correspond pas au manifeste.',
  'The certificate of the signer had expired.': 'Le certificat du signataire avait expiré.',
  'The certificate of the signer was revoked.': 'Le certificat du signataire a été révoqué.',
  'The certificate of the signer cannot be used for Content Credentials.':
    'Le certificat du signataire n’est pas utilisable pour des Content Credentials.',
  'A part of the manifest is missing or was changed.': 'Une partie du manifeste manque ou a été modifiée.',
  'Reading them took too much time or memory.': 'Leur lecture a demandé trop de temps ou de mémoire.',
  'The file is larger than {0} MiB.': 'Le fichier dépasse {0} Mio.',
  'Content Credentials in {0} are not supported here.':
    'Les Content Credentials de ce format ({0}) ne sont pas prises en charge.',
  'The manifest is not where this format has it.': 'Le manifeste n’est pas à l’endroit prévu par ce format.',
  'The manifest is damaged.': 'Le manifeste est endommagé.',
  'The image has {0} × {1} = {2} million pixels; at most {3} million are decoded.':
    'L’image fait {0} × {1} = {2} millions de pixels ; le décodage est limité à {3} millions.',
  'A {0} is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Ce format n’est pas pris en charge ({0}). Livrez un fichier JPEG, PNG ou TIFF.',
  'A {0} {1} is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Ce format n’est pas pris en charge ({0} {1}). Livrez un fichier JPEG, PNG ou TIFF.',
  'The text could not be read: {0}': 'Le texte n’a pas pu être lu : {0}',
  'The pages have more than {0} million drawing operators; the rest was not read.':
    'Les pages comptent plus de {0} millions d’opérateurs de dessin ; le reste n’a pas été lu.',
  'Parts of page {0} are missing in the file.': 'Des parties de la page {0} manquent dans le fichier.',
  'Page {0}: an image of {1} × {2} pixels is damaged: its JPEG 2000 data ends early.':
    'Page {0} : une image de {1} × {2} pixels est endommagée : ses données JPEG 2000 sont incomplètes.',
  'Page {0}: an image of {1} × {2} pixels is damaged: {3}.':
    'Page {0} : une image de {1} × {2} pixels est endommagée : {3}.',
  'Registration colour was measured by its screen colour.':
    'La couleur de repérage a été mesurée d’après sa couleur à l’écran.',
  'Ink coverage was measured on the first {0} of {1} pages.':
    'Le taux d’encrage a été mesuré sur les {0} premières pages sur {1}.',
  'Pages {0} to {1} took too long to render: their ink coverage is not known.':
    'Le rendu des pages {0} à {1} a pris trop de temps : leur taux d’encrage n’est pas connu.',
  'Pages {0} to {1} crash the renderer: their ink coverage is not known.':
    'Les pages {0} à {1} font planter le moteur de rendu : leur taux d’encrage n’est pas connu.',
  'The PDF has no pages.': 'Le PDF ne contient aucune page.',
  'The pages could not be rendered within 5 minutes.':
    'Le rendu des pages n’a pas pu se terminer en 5 minutes.',
  'The pages crash the program that renders them.': 'Les pages font planter le programme de rendu.',
  'The page contents decompress to more than {0} MiB.':
    'Une fois décompressé, le contenu des pages dépasse {0} Mio.',
  'The page contents could not be decompressed in the time allowed.':
    'Le contenu des pages n’a pas pu être décompressé dans le temps imparti.',
  'The PDF needs a password to open.': 'Le PDF demande un mot de passe à l’ouverture.',
  'The PDF could not be read within {0} minutes.': 'Le PDF n’a pas pu être lu en {0} minutes.',
  'The PDF crashes the program that reads it.': 'Le PDF fait planter le programme de lecture.',
  'The PDF describes more than {0} MiB of objects.': 'Le PDF décrit plus de {0} Mio d’objets.',
  'The PDF is damaged beyond repair: {0}.': 'Le PDF est endommagé et irréparable : {0}.',
  'The PDF is damaged beyond repair: its objects could not be read.':
    'Le PDF est endommagé et irréparable : ses objets n’ont pas pu être lus.',
  'The file could not be read: {0}': 'Le fichier n’a pas pu être lu : {0}',
  'Its header could not be read within {0} s.': 'Son en-tête n’a pas pu être lu en {0} s.',
  'Its header crashes the decoder.': 'Son en-tête fait planter le décodeur.',
  'The container declares a time of {0} s, expected at most a week.':
    'Le conteneur déclare une durée de {0} s ; attendu : une semaine au plus.',
  'Stream {0} declares a time of {1} s, expected at most a week.':
    'Le flux {0} déclare une durée de {1} s ; attendu : une semaine au plus.',
  'Stream {0} declares pixels {1} times as wide as high, expected between 0.1 and 10.':
    'Le flux {0} déclare des pixels {1} fois plus larges que hauts ; attendu : entre 0,1 et 10.',
  'The file has neither video nor audio that can be decoded.':
    'Le fichier ne contient ni vidéo ni son décodables.',
  'The audio has {0} channels; at most {1} are supported.':
    'Le son a {0} canaux ; {1} au plus sont pris en charge.',
  'The video is {0} × {1} pixels; at most {2} million pixels are supported.':
    'La vidéo fait {0} × {1} pixels ; {2} millions de pixels au plus sont pris en charge.',
  'Decoding took longer than {0} s.': 'Le décodage a duré plus de {0} s.',
  'The frames could not be read: {0}': 'Les images n’ont pas pu être lues : {0}',
  'The slate could not be read: {0}': 'Le clap n’a pas pu être lu : {0}',
  'The file is empty (0 bytes). Export it again and upload it again.':
    'Le fichier est vide (0 octet). Exportez-le de nouveau et redéposez-le.',
  'The file contains audio but no video. Export it again with its video.':
    'Le fichier contient du son, mais pas de vidéo. Exportez-le de nouveau avec sa vidéo.',
  'The file format is not recognised. The file is probably damaged. Deliver {0}.':
    'Le format du fichier n’est pas reconnu. Le fichier est sans doute endommagé. Livrez un fichier {0}.',
  'The file format is not recognised. The file is probably damaged. Deliver {0} or {1}.':
    'Le format du fichier n’est pas reconnu. Le fichier est sans doute endommagé. Livrez un fichier ' +
    '{0} ou {1}.',
  'The file is {0}, which "{1}" does not accept. Deliver {2}.':
    'Le fichier est {0}, ce que le profil « {1} » n’accepte pas. Livrez un fichier {2}.',
  'The file is {0}, which "{1}" does not accept. Deliver {2} or {3}.':
    'Le fichier est {0}, ce que le profil « {1} » n’accepte pas. Livrez un fichier {2} ou {3}.',
  'This kind of {0} is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'Ce type de fichier n’est pas pris en charge ({0}). Livrez-le en JPEG 8 bits, PNG ou TIFF.',
  'This kind of {0} is not supported. Export it again as PDF 1.7 or older.':
    'Ce type de fichier n’est pas pris en charge ({0}). Exportez-le de nouveau en PDF 1.7 ou plus ' +
    'ancien.',
  ['This kind of {0} is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, or as ' +
  'ProRes in MOV.']:
    'Ce type de fichier n’est pas pris en charge ({0}). Livrez-le en MP4 avec vidéo H.264 et son AAC ' +
    'stéréo, ou en ProRes dans un MOV.',
  'This kind of {0} is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'Ce type de fichier n’est pas pris en charge ({0}). Livrez-le en WAV ou en AAC, en mono, stéréo ' +
    'ou 5.1.',
  'This kind of file is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'Ce type de fichier n’est pas pris en charge. Livrez-le en JPEG 8 bits, PNG ou TIFF.',
  'This kind of file is not supported. Export it again as PDF 1.7 or older.':
    'Ce type de fichier n’est pas pris en charge. Exportez-le de nouveau en PDF 1.7 ou plus ancien.',
  ['This kind of file is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, or as ' +
  'ProRes in MOV.']:
    'Ce type de fichier n’est pas pris en charge. Livrez-le en MP4 avec vidéo H.264 et son AAC ' +
    'stéréo, ou en ProRes dans un MOV.',
  'This kind of file is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'Ce type de fichier n’est pas pris en charge. Livrez-le en WAV ou en AAC, en mono, stéréo ou 5.1.',
  'The file is damaged. Export it again and upload it again.':
    'Le fichier est endommagé. Exportez-le de nouveau et redéposez-le.',
  'The file is protected by a password. Save it without a password and upload it again.':
    'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et redéposez-le.',
  'The upload broke off. Export it again or upload it again.':
    'Le dépôt a été interrompu. Exportez ou déposez de nouveau le fichier.',
  '{0} Deliver {1}.': '{0} Livrez un fichier {1}.',
  '{0} Deliver {1} or {2}.': '{0} Livrez un fichier {1} ou {2}.',
  'the file is too long to measure a part of it': 'le fichier est trop long pour en mesurer une partie',
  'it took longer than {0} s': 'cela a duré plus de {0} s',
  'it took more than {0} MB of memory': 'cela a demandé plus de {0} Mo de mémoire',
  'the decoder crashed ({0})': 'le décodeur a planté ({0})',
  'the decoder crashed (exit code {0})': 'le décodeur a planté (code de sortie {0})',
  'the decoder crashed (exit code unknown)': 'le décodeur a planté (code de sortie inconnu)',
  'the decoder crashed ({0}): {1}': 'le décodeur a planté ({0}) : {1}',
  'the decoder crashed (exit code {0}): {1}': 'le décodeur a planté (code de sortie {0}) : {1}',
  'the decoder crashed (exit code unknown): {0}': 'le décodeur a planté (code de sortie inconnu) : {0}',
  'the decoder ran out of memory': 'le décodeur a manqué de mémoire',
  'the decoder got only {0} s of CPU time: is the host busy?':
    'le décodeur n’a obtenu que {0} s de temps processeur : la machine est-elle surchargée ?',
  'its JPEG 2000 data ends early': 'ses données JPEG 2000 sont incomplètes',
  'its JPEG data is corrupt': 'ses données JPEG sont corrompues',
  'its JPEG data ends early': 'ses données JPEG sont incomplètes',
  'it ends early, {0} of {1} rows are in the file':
    'le fichier s’arrête trop tôt, il contient {0} lignes sur {1}',
  'its drawing instructions are packed as an image ({0}), which no viewer shows':
    'ses instructions de dessin sont codées comme une image ({0}), ce qu’aucune visionneuse n’affiche',
  'it has an image of {0} × {1} pixels; at most {2} million are decoded':
    'il contient une image de {0} × {1} pixels ; le décodage est limité à {2} millions',
  'its images have {0} million pixels; at most {1} million are decoded':
    'ses images totalisent {0} millions de pixels ; le décodage est limité à {1} millions',
  'This worker does not know the check {0}. It was probably planned by another release.':
    'Ce serveur ne connaît pas le contrôle {0}. Il a sans doute été planifié par une autre version du ' +
    'logiciel.',
  'when the document opens, closes or prints': 'à l’ouverture, à la fermeture ou à l’impression du document',
  'when a page is shown': 'à l’affichage d’une page',
  'on a form field or link': 'sur un champ de formulaire ou un lien',
  'in a bookmark': 'dans un signet',
  'when the document opens': 'à l’ouverture du document',
  'in the document': 'dans le document',
  'printing in full quality': 'l’impression en pleine qualité',
  'copying text and images': 'la copie de texte et d’images',
  'inserting and rotating pages': 'l’insertion et la rotation de pages',
  '{0}, {1} bit': '{0}, {1} bits',
  'shorter than one block of 400 ms': 'moins d’un bloc de 400 ms',
  'nothing is louder than -70 LUFS': 'rien ne dépasse -70 LUFS',
  'A {0} image with CIELAB colours is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Une image {0} en couleurs CIELAB n’est pas prise en charge. Livrez un fichier JPEG, PNG ou TIFF.',
  ['A {0} image with a codec that no decoder here knows is not supported. Deliver it as JPEG, PNG or ' +
  'TIFF.']:
    'Une image {0} avec un codec qu’aucun décodeur disponible ne connaît n’est pas prise en charge. ' +
    'Livrez un fichier JPEG, PNG ou TIFF.',
  'A {0} image with old-style JPEG compression is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Une image {0} avec l’ancienne compression JPEG n’est pas prise en charge. Livrez un fichier ' +
    'JPEG, PNG ou TIFF.',
  'A {0} image with more than 8 bits per channel is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Une image {0} avec plus de 8 bits par couche n’est pas prise en charge. Livrez un fichier JPEG, ' +
    'PNG ou TIFF.',
  'An animated AVIF image is not supported. Deliver it as GIF, WebP or animated PNG.':
    'Les images AVIF animées ne sont pas prises en charge. Livrez un fichier GIF, WebP ou PNG animé.',
  'A {0} image is not supported. Deliver it as JPEG, PNG or TIFF.':
    'Une image {0} n’est pas prise en charge. Livrez un fichier JPEG, PNG ou TIFF.',
  'This kind of {0} image is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'Ce type d’image {0} n’est pas pris en charge. Livrez-le en JPEG 8 bits, PNG ou TIFF.',
  'This kind of PDF document is not supported. Export it again as PDF 1.7 or older.':
    'Ce type de PDF n’est pas pris en charge. Exportez-le de nouveau en PDF 1.7 ou plus ancien.',
  ['This kind of {0} video is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, ' +
  'or as ProRes in MOV.']:
    'Ce type de vidéo {0} n’est pas pris en charge. Livrez-le en MP4 avec vidéo H.264 et son AAC ' +
    'stéréo, ou en ProRes dans un MOV.',
  'This kind of {0} audio file is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'Ce type de fichier audio {0} n’est pas pris en charge. Livrez-le en WAV ou en AAC, en mono, ' +
    'stéréo ou 5.1.',
  'The supers could not be read: {0}': 'Les textes à l’écran n’ont pas pu être lus : {0}',
  'The ZIP archive contains no web page. Deliver an HTML5 banner with its index.html.':
    'L’archive ZIP ne contient pas de page web. Livrez une bannière HTML5 avec son index.html.',
  ['This kind of {0} is not supported. Deliver it as a ZIP archive without a password, ' +
  'with index.html at its top.']:
    'Ce type de fichier n’est pas pris en charge ({0}). Livrez-le en archive ZIP sans mot de passe, ' +
    'avec index.html à la racine.',
  ['This kind of ZIP archive is not supported. Deliver it as a ZIP archive without a password, ' +
  'with index.html at its top.']:
    'Ce type d’archive ZIP n’est pas pris en charge. Livrez une archive ZIP sans mot de passe, ' +
    'avec index.html à la racine.',
  ['This kind of file is not supported. Deliver it as a ZIP archive without a password, ' +
  'with index.html at its top.']:
    'Ce type de fichier n’est pas pris en charge. Livrez-le en archive ZIP sans mot de passe, ' +
    'avec index.html à la racine.',
}
