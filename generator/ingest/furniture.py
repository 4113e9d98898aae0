"""Site furniture: whole lines that publishing systems print around an article, by kind.

Each line of a pattern stands for a habit of such systems, not for one page. All are bounded, and tried on short lines
only.
"""

from __future__ import annotations

import re

from generator.ingest.lines import ends_sentence, words
from generator.ingest.patterns import whole_line

_CRUMB = re.compile(r"\s{0,3}(?:»|›|>|→|/|\||::|·|•)\s{0,3}")
_MENU = re.compile(r"HOME(?: [A-Z&]{2,20}){3,12}|(?:Home)(?: [A-Z][a-z]{2,20}| &){3,12}")
"""A row of menu entries without marks between them."""
_LONGEST_CRUMB = 4
_FEWEST_CRUMBS = 2
_MENU_CRUMBS = 4
"""Short entries in a row from which it is a menu, whatever they are called."""
_SITES = frozenset(
    "facebook twitter x whatsapp linkedin pinterest reddit telegram email e-mail mail print share tweet copy link "
    "messenger tumblr instagram youtube google google+ plus viber line wechat weibo flipboard pocket sms skype vk mix "
    "digg signal threads bluesky mastodon rss feed".split(),
)
_BETWEEN_SITES = frozenset(
    "on via this to in a the with now it page article post news us icon button opens new window".split(),
)

ADVERTISEMENT = whole_line(r"""
    advertis(?:ement|ements|ing|e with us)(?:\W{0,5}spot_img)?
    (?:story|article) continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?
    (?:advertisement\W{0,5})?scroll (?:down )?(?:to continue|for more)(?: reading| with content)?
    (?:sponsored|promoted|paid)(?: (?:content|stories|links?|post|by|partnership)(?: [^.]{1,40})?)?
    (?:remove |skip )?ad(?:vertisement)?s?|ads? by [\w ]{1,30}|adchoices|report this ad|spot_img
""")

PLACEHOLDER = whole_line(r"""
    [a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,4}
    (?:main|hero|featured?|cover|lead|thumbnail|article|post|default|profile|author)[ _-]?(?:img|image|photo|picture)
    img|images?|photos?|pictures?|pics?|videos?|audio|gallery|placeholder|thumbnail|undefined|null|nan|embed|slideshow
    (?:image|photo|video|file) ?\d{1,3}(?: of \d{1,3})?
    \d{1,3} (?:of|/) \d{1,3}
    [\w-]{1,60}\.(?:jpe?g|png|gif|webp|svg|mp4)
    (?:video|audio) player(?: is loading)?|play(?: video| audio)?
    (?:please )?(?:wait|loading)(?: [\w ]{1,20})?
    (?:your|this) browser (?:does not|doesn.t) support [^.]{1,60}|(?:please )?enable javascript[^.]{0,60}
    this is a modal window[^.]{0,40}|lorem ipsum.{0,150}
""")

NAVIGATION = whole_line(r"""
    home(?: ?page)?|menu|search(?: for)?|advanced search|log ?in|log ?out|sign ?in|sign ?up|register|my account
    skip to (?:main )?content|navigation|sidebar|close|open|more|less|top|name|website|submit
    (?:toggle|main|open|close|show|hide) (?:navigation|menu|search|sidebar)
    (?:subscribe|donate|join us|contact us|about us|privacy(?: policy)?|sitemap|rss|faq|help)(?: now| today| here)?
    cookies?(?: policy| settings)?|terms(?: (?:of|and|&) (?:use|service|conditions))?|imprint|editorial policy
    corrections?|careers|newsletters?|(?:breaking|live|trending|new|hot|exclusive|premium)(?: news)?|subscriber only
    (?:(?:previous|prev|next|older|newer)(?: (?:post|article|story|page|entry|news)s?)?[\W_]{0,5}){1,2}
    post navigation|page \d{1,4}(?: of \d{1,4})?|back(?: to (?:top|home|list|news|all|results)\b.{0,30})?
    read more|load more|show more|see (?:more|all)|continue reading.{0,120}
    view (?:more|all|original|gallery|profile|full)\b.{0,40}
""")

BUTTON = whole_line(r"""
    share(?:s|d)?(?: (?:this|with|on|via)\b.{0,60})?|\d{1,6} shares?|tweet(?: this)?|pin(?: it)?
    print(?: (?:this|article|page|friendly)\b.{0,30})?|e-?mail(?: (?:this|to|article)\b.{0,30})?
    copy (?:link|url)|link copied!?|save(?: (?:for later|this|article).{0,20})?|bookmark(?: this)?
    (?:post|leave|add|write|view|show|hide|load|see|read)(?: (?:a|an|your|all|more|the))? comments?(?: \(?\d{1,5}\)?)?
    (?:post|leave|add|write|view|show|see) (?:a |your )?reply(?: cancel reply)?|cancel reply|reply|responses?
    (?:no|\d{1,6}) comments?(?: yet)?|comments? (?:\(?\d{1,5}\)?|(?:are )?(?:off|closed)\b.{0,40})
    \d{1,4} (?:thoughts?|responses?|replies) (?:on|to) .{1,120}
    like(?: this)?:?(?: like)?(?: loading)?|be the first to (?:comment|like this)|rate this(?: article| story)?
    (?:listen|watch)(?: now| to (?:this )?(?:article|story))?(?: \d{1,2} min(?:ute)?s?)?|audio version|text to speech
    translate|select language|language|(?:dark|light) mode|(?:decrease |increase |reset )?(?:font|text) size.{0,30}
    a[ +-]{1,3}a(?:[ +-]{1,3}a)?|a[+-]|aa|follow (?:@\w{1,30}|the author)
    follow(?: us)?(?: on)?(?: (?:facebook|twitter|x|instagram|telegram|google news|youtube|whatsapp)[, and]{0,6}){1,6}
    edit(?: this)?|gift this article|give this article|report (?:an error|a typo|this).{0,30}
    republish(?: this (?:story|article))?|cite this.{0,20}
""")

BOOKKEEPING = whole_line(r"""
    (?:estimated )?(?:reading|read) time:?.{0,30}|\d{1,3}[ -]?min(?:ute)?s?(?: read)?|\d{1,3} (?:secs?|seconds) read
    (?:total )?(?:views?|reads|hits|visits|likes|votes?)\W{0,3}[\d,.]{1,9}[km]?
    [\d,.]{1,9}[km]? (?:views?|reads|hits|visits|likes|votes?|followers)
    (?:tags?|filed under|posted in|categor(?:y|ies)|topics?|keywords?|labels?|sections?)\s?:.{0,300}
    more (?:in|about|on|from)\s?:.{0,300}|bookmark the permalink.{0,20}|permalink|trackbacks?.{0,40}
    (?:this (?:entry|article|post) was )?(?:posted|filed) (?:in|under) .{1,120}
    (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?
    updated|published|end(?:item|s)?|the end|#{2,6}|30|xxx|more to (?:come|follow)|developing story.{0,60}
    required fields are marked|your email address will not be published.{0,60}
    save my name.{0,120}|notify me of.{0,60}
    (?:media |press )?(?:contacts?|enquiries|inquiries)\s?:.{0,200}
    (?:tel(?:ephone)?|phone|mobile|fax|e-?mail)\s?[.:].{0,80}
    \+?[\d(][\d\s()./-]{6,30}\d(?:\W{1,3}(?:or |and )?\S{1,80}){0,4}
""")

ADDRESS = whole_line(r"""
    (?:https?://|www\.)\S{2,500}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}|@\w{2,30}|#\w{2,60}
    (?:[a-z0-9-]{1,60}\.){1,4}(?:com|org|net|info|news|co|in|uk|cn|pk|eu|de|fr|io|tv|ly|au|ca|us|me)(?:/\S{0,300})?
""")

KINDS = (
    (ADDRESS, "bare address"),
    (ADVERTISEMENT, "advertisement"),
    (PLACEHOLDER, "placeholder"),
    (NAVIGATION, "navigation of the site"),
    (BUTTON, "button of the site"),
    (BOOKKEEPING, "bookkeeping of the site"),
)
"""All kinds with what a removed line of each is called."""


def is_share_row(text: str) -> bool:
    """Tell whether a line is only names of social sites and buttons."""
    found = re.findall(r"[\w+-]+", text.lower())
    named = any(word in _SITES for word in found)
    return named and all(word in _SITES or word in _BETWEEN_SITES for word in found)


def is_breadcrumb(text: str) -> bool:
    """Tell whether a line is the path to a page in its site, or a row of menu entries."""
    if _MENU.fullmatch(text):
        return True
    crumbs = [crumb.strip() for crumb in _CRUMB.split(text) if crumb.strip()]
    if len(crumbs) < _FEWEST_CRUMBS or ends_sentence(text):
        return False
    if crumbs[0].lower() in {"home", "homepage", "start", "news"}:
        return True
    known = sum(any(pattern.fullmatch(crumb) for pattern, _ in KINDS) for crumb in crumbs)
    menu = len(crumbs) >= _MENU_CRUMBS or known > len(crumbs) / 2
    return menu and all(words(crumb) <= _LONGEST_CRUMB for crumb in crumbs)
