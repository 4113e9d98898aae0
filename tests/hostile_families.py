"""Families of hostile text: each way out of a context with each payload, each handler, scheme, element, name and sign.

`CUTTINGS_VECTORS` may name a file of more, one a line, such as the public lists of naughty strings.
"""

import os
from pathlib import Path

_RUNS = ("<img src=x onerror=__hit()>", "<svg/onload=__hit()>", "<iframe src=javascript:parent.__hit()>")
_ENDS = """
" ' ` > "> '> `> --> --!> ]]> */ ?> %> }} %} ) ]( | ; \\ \\" \\' </a> </p> </title> </textarea> </style> </script>
</noscript> </template> </select> </table> </svg> </math> </iframe> </xmp> </object> </form> &#34;> &quot;> {{ ${
""".split()
_EVENTS = """
abort animationend animationstart auxclick beforeinput beforetoggle blur cancel canplay change click close contextmenu
copy cut dblclick drag dragend dragenter drop error focus focusin fullscreenchange hashchange input invalid keydown
keypress keyup load loadstart message mousedown mouseenter mousemove mouseover paste pointerdown pointerenter
pointerover popstate reset resize scroll scrollend search select submit toggle touchstart transitionend wheel
""".split()
_SCHEMES = """
javascript JAVASCRIPT jAvAsCrIpT java&#10;script java&#9;script &#106;avascript &#x6A;avascript javascript&colon;
vbscript livescript data:text/html,<script>__hit()</script># data:image/svg+xml,<svg/onload=__hit()># blob filesystem
file about view-source feed jar mhtml ms-its res resource chrome intent tel sms ftp ws
""".split()
_ELEMENTS = """
applet area audio base bgsound blink body button canvas comment dialog embed fencedframe foreignobject frame frameset
head html iframe image input isindex keygen layer link listing map meta noembed noframes object option param picture
plaintext portal select set slot source style svg:script table template textarea track use video xml xmp xss
""".split()
_NAMES = """
__config __search __drawer __md_scope __md_get content search body head forms cookie domain location parent top self
window document constructor hasOwnProperty toString valueOf prototype __defineGetter__ pagefind then nodeName
attributes children getElementById querySelector
""".split()
_NESTED = """
<noscript><style></noscript><img~src=x~onerror=__hit()>
<math><mtext><table><mglyph><style><img~src=x~onerror=__hit()>
<svg></p><style><a~id="</style><img~src=x~onerror=__hit()>">
<form><math><mtext></form><form><mglyph><style></math><img~src=x~onerror=__hit()>
<math><annotation-xml~encoding="text/html"><style><img~src=x~onerror=__hit()></style>
<svg><foreignobject><p><style><!--</style><img~src=x~onerror=__hit()>-->
<select><template><style><!--</style><a~rel="--></style></template></select><img~src=x~onerror=__hit()>">
<table><td><xmp></table><img~src=x~onerror=__hit()></xmp>
<svg><title><a~title="</title><img~src=x~onerror=__hit()>">
<p~title="</p><img~src=x~onerror=__hit()>"><b~<i~<u>
<img~src="x`~`<script>__hit()</script>"`~`>
<a~href="x"~<!--~onmouseover=__hit()~-->>
""".split()
_TEMPLATES = """
{{7*7}} {{constructor.constructor('__hit()')()}} {{[].pop.constructor('__hit()')()}} {{$on.constructor('__hit()')()}}
${7*7} ${__hit()} #{7*7} @(7*7) <%=7*7%> <#assign~x=7*7>${x} {{#with~7}}{{/with}} {{{__hit()}}} {!7*7!} [[7*7]] [%7*7%]
*{7*7} {{self}} {{request.application.__globals__}} {%~for~x~in~().__class__.__base__.__subclasses__()~%} {#~x~#} {php}
""".split()
_FORMULAS = """
=1+1 +1+1 -1+1 @SUM(1) =cmd|'/C~calc'!A0 =DDE("cmd";"/C~calc";"x") +HYPERLINK("//x.example") -2+3+cmd|'~/C~calc'!A0
@IMPORTXML("//x.example","//a") =IMAGE("//x.example/i") =WEBSERVICE("//x.example") ＝1+1 ＋1 －1 ＠x %0A=1 ;=1 |=1
""".split()
_YAML = """
!!python/object/apply:os.system~['id'] !!python/name:os.system !!js/function~'__hit' &a~*a <<:~*a ?~a~:~b [a,~b {a:~b}}
'unclosed "unclosed |- >+ %YAML~1.1 --- ... - :~x ~~ yes NO 0x1F 010 12:30:45 1e9 .inf .nan 2001-01-01 ! % @ ` #~x
""".split()
_PATHS = """
..\\..\\windows\\win.ini %2e%2e%2fetc%2fpasswd /etc/passwd C:\\con con.md aux nul LPT1 .git/config .htaccess index.html
file.md%00.html a/../../b //x.example/a \\\\x.example\\a ~root $HOME `id` $(id) ;id |id &&id
""".split()
_SIGNS = [
    *map(chr, (0x0B, 0x0C, 0x1B, 0x85, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x17B4, 0x180E, 0x200B, 0x200C, 0x200E))
]
_SIGNS += [*map(chr, (0x200F, 0x202A, 0x202D, 0x202E, 0x2060, 0x2066, 0x2068, 0x2069, 0x3164, 0xFE0F, 0xFEFF, 0xFFF9))]
_SIGNS += [*map(chr, (0xFFFD, 0xFFFE, 0x1D173, 0xE0001, 0xE0041, 0x10FFFD))]


def families() -> tuple[str, ...]:
    """Give the texts of all families, and those of the file that the environment names."""
    made = [f"{end}{run}" for end in _ENDS for run in _RUNS]
    made += [f"<x on{event}=__hit() tabindex=0 autofocus>{event}</x>" for event in _EVENTS]
    made += [f"[{scheme}]({scheme}:__hit())" for scheme in _SCHEMES]
    made += [f'<a href="{scheme}:__hit()">{number}</a>' for number, scheme in enumerate(_SCHEMES)]
    made += [f"<{name} src=//x.example/{name} href=//x.example/ onload=__hit()>" for name in _ELEMENTS]
    made += [f'<form id="{name}" name="{name}"><input name="{name}">' for name in _NAMES]
    made += [f"{one} (as it stands)" for one in (*_NESTED, *_TEMPLATES, *_FORMULAS, *_YAML, *_PATHS)]
    made += [f"be{sign}fore <script>__hit()</script>{sign} {ord(sign):x}" for sign in _SIGNS]
    named = os.environ.get("CUTTINGS_VECTORS")
    made += Path(named).read_text("utf-8", "replace").splitlines() if named else []
    return tuple(dict.fromkeys(one.replace("~", " ") for one in made if one.strip()))
