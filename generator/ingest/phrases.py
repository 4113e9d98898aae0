"""What web pages print around articles, by kind: whole lines of site furniture, and the marks of captions and links.

Each pattern stands for a habit of publishing systems, not for one page. All are bounded, and are tried on short lines only.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE


def _whole(*alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that must cover a line but for marks around them."""
    return re.compile(rf"[\W_]{{0,12}}(?:{'|'.join(alternatives)})[\W_]{{0,12}}", _FLAGS)


ADVERTISEMENT = _whole(
    r"advertis(?:ement|ements|ing|e with us)(?:\W{0,5}spot_img)?",
    r"(?:story|article) continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?",
    r"(?:advertisement\W{0,5})?scroll (?:down )?(?:to continue|for more)(?: reading| with content)?",
    r"(?:sponsored|promoted|paid)(?: (?:content|stories|links?|post|by|partnership)(?: [^.]{1,40})?)?",
    r"remove ads?", r"ads? by [\w ]{1,30}", r"ad", r"ads", r"adchoices", r"skip ad", r"report this ad", r"spot_img",
)  # fmt: skip

PLACEHOLDER = _whole(
    r"[a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,4}",
    r"(?:main|hero|featured?|cover|lead|thumbnail|article|post|default|placeholder|profile|author)[ _-]?(?:img|image|photo|picture)",
    r"img|images?|photos?|pictures?|pics?|videos?|audio|gallery|placeholder|thumbnail|undefined|null|nan|embed|slideshow",
    r"(?:image|photo|video|file) ?\d{1,3}(?: of \d{1,3})?", r"\d{1,3} (?:of|/) \d{1,3}",
    r"[\w-]{1,60}\.(?:jpe?g|png|gif|webp|svg|mp4)",
    r"(?:video|audio) player(?: is loading)?", r"play(?: video| audio)?", r"(?:please )?(?:wait|loading)(?: [\w ]{1,20})?",
    r"(?:your|this) browser (?:does not|doesn.t) support [^.]{1,60}", r"(?:please )?enable javascript[^.]{0,60}",
    r"this is a modal window[^.]{0,40}", r"lorem ipsum.{0,150}",
)  # fmt: skip

FURNITURE = _whole(
    r"home(?: ?page)?|menu|search(?: for)?|log ?in|log ?out|sign ?in|sign ?up|register|my account|skip to (?:main )?content",
    r"(?:toggle|main|open|close|show|hide) (?:navigation|menu|search|sidebar)|navigation|sidebar|close|open|more|less|top",
    r"(?:subscribe|donate|join us|contact us|about us|privacy(?: policy)?|cookies?(?: policy| settings)?|sitemap|rss|faq|help)(?: now| today| here)?",
    r"terms(?: (?:of|and|&) (?:use|service|conditions))?|imprint|editorial policy|corrections?|careers|newsletters?",
    r"share(?:s|d)?(?: (?:this|the|with|on|via)\b.{0,60})?|\d{1,6} shares?|tweet(?: this)?|pin(?: it)?|print(?: (?:this|article|page|friendly)\b.{0,30})?",
    r"e-?mail(?: (?:this|to|article)\b.{0,30})?|copy (?:link|url)|link copied!?|save(?: (?:for later|this|article).{0,20})?|bookmark(?: this)?",
    r"(?:post|leave|add|write|view|show|hide|load|see|read)(?: (?:a|an|your|all|more|the))? (?:comments?|reply)(?: \(?\d{1,5}\)?)?|cancel reply",
    r"(?:no|\d{1,6}) comments?(?: yet)?|comments?(?: \(?\d{1,5}\)?)?(?: (?:are )?(?:off|closed)\b.{0,40})?|reply|responses?|\d{1,4} (?:thoughts?|responses?|replies) (?:on|to) .{1,120}",
    r"like(?: this)?:?(?: like)?(?: loading)?|loading|be the first to (?:comment|like this)|rate this(?: article| story)?",
    r"(?:(?:previous|prev|next|older|newer)(?: (?:post|article|story|page|entry|news)s?)?[\W_]{0,5}){1,2}|post navigation|page \d{1,4}(?: of \d{1,4})?",
    r"back(?: to (?:top|home|list|news|all|results)\b.{0,30})?|read more|continue reading(?:.{0,120})|view (?:more|all|original|gallery|profile|full)\b.{0,40}|load more|show more|see (?:more|all)",
    r"(?:listen(?: to (?:this )?(?:article|story))?|audio version|text to speech|translate|select language|language|dark mode|light mode)(?: \d{1,2} min(?:ute)?s?)?",
    r"(?:estimated )?(?:reading|read) time:?.{0,30}|\d{1,3}[ -]?min(?:ute)?s?(?: read)?|\d{1,3} (?:secs?|seconds) read|time to read.{0,20}",
    r"(?:total )?(?:views?|reads|hits|visits|likes|votes?)\W{0,3}[\d,.]{1,9}[km]?|[\d,.]{1,9}[km]? (?:views?|reads|hits|visits|likes|votes?|followers)",
    r"(?:decrease|increase|reset|change)?\s?(?:font|text) size.{0,30}|a[ +-]{1,3}a(?:[ +-]{1,3}a)?|a[+-]|aa",
    r"follow(?: us)?(?: on)?(?: (?:facebook|twitter|x|instagram|telegram|google news|youtube|linkedin|whatsapp)[, and]{0,6}){0,6}|follow (?:@\w{1,30}|the author)",
    r"(?:tags?|filed under|posted in|categor(?:y|ies)|topics?|keywords?|labels?|sections?|more (?:in|about|on|from))\s?:.{0,300}",
    r"(?:this (?:entry|article|post) was )?(?:posted|filed) (?:in|under) .{1,120}|bookmark the permalink.{0,20}|permalink|trackbacks?.{0,40}",
    r"edit(?: this)?|updated|published|advanced search|breaking(?: news)?|live|trending|new|hot|exclusive|premium|subscriber only|listen now|watch now",
    r"gift this article|give this article|report (?:an error|a typo|this).{0,30}|republish(?: this (?:story|article))?|cite this.{0,20}",
    r"end(?:item|s)?|the end|#{2,6}|30|xxx|more to (?:come|follow)|developing story.{0,60}",
    r"required fields are marked|your email address will not be published.{0,60}|save my name.{0,120}|notify me of.{0,60}|name|e-?mail|website|submit",
    r"(?:media |press )?(?:contacts?|enquiries|inquiries)\s?:.{0,200}|\+?[\d(][\d\s()./-]{6,30}\d(?:\W{1,3}(?:or |and )?\S{1,80}){0,4}|(?:tel(?:ephone)?|phone|mobile|fax|e-?mail)\s?[.:].{0,80}",
)  # fmt: skip

CALL = re.compile(
    r"[\W_]{0,5}(?:"
    r"subscribe (?:to|now|today)|sign up (?:for|to|now)|follow (?:us|@|our|\w+ on (?:facebook|twitter|x|instagram|telegram))|"
    r"join (?:our|us on|the conversation|the discussion)|download (?:the|our) [\w ]{0,30}app|click (?:here|on the|to)|tap here|"
    r"(?:please )?support (?:us|our (?:work|journalism|reporting))|(?:please )?(?:donate|consider (?:donating|supporting))|"
    r"like us|find us on|connect with us|get (?:the latest|breaking|our|all the latest)|never miss|don.t miss (?:out|any|our)|"
    r"catch (?:all )?the (?:latest|live)|for (?:all )?(?:the )?(?:latest|more|breaking) (?:news|updates|stories|information)|"
    r"stay (?:up to date|tuned|updated|connected|informed)|to read (?:more|the (?:full|rest|entire|original))|"
    r"if you (?:liked?|enjoyed|found) (?:this|our)|(?:we|this (?:site|website|page)) uses? cookies|"
    r"by (?:clicking|subscribing|signing up|continuing to (?:use|browse))|enter your (?:e-?mail|name)|"
    r"(?:have|got) a (?:news )?(?:tip|story)|send (?:us )?(?:your )?(?:tips|feedback|letters)|"
    r"read (?:all )?(?:the )?(?:latest|breaking|more|top) (?:news|stories|articles|about|on|from|at|in)\b|"
    r"(?:read|see|view|watch|download) (?:the |our )?(?:full|complete|entire|original|rest of the) [\w ]{1,30}(?:here|below|at|on)\b|"
    r"watch (?:live|the latest|the video|more)|all rights reserved|copyright\b|\(c\) ?\d{4}|©|"
    r"(?:no part of )?this (?:material|content) may not be|reproduction (?:in whole|without)|unauthori[sz]ed (?:reproduction|copying)|"
    r"the post .{1,250} (?:first )?appeared first on|this (?:post|article) (?:first )?appeared first on|"
    r"our standards\b|please (?:note|share|like|read our)\b|help us\b|become a (?:member|supporter|patron)|buy us a coffee|want more\b"
    r")",
    _FLAGS,
)

DISCLAIMER = re.compile(
    r"[\W_]{0,5}(?:disclaimer\b|(?:the |all )?(?:views?|opinions?)(?:,? (?:and )?(?:views?|opinions?|thoughts|facts)){0,2},? "
    r"(?:expressed|and opinions|are (?:personal|those|solely|the author)|in this (?:article|piece|post))|"
    r"th(?:is|e above) (?:story|article|report|news(?: item)?|copy|content|post) (?:has|have|is|was|are) (?:not been |been )?"
    r"(?:edited|published|sourced|auto|unedited|generated|created|an unedited|taken|syndicated|from)|"
    r"(?:except|apart|only) (?:for |from )?the headline|this is an unedited|"
    r"\(?the (?:author|writer|columnist) (?:is|was|can|has|may|works|teaches|writes)\b|"
    r"(?:\w+ ){0,5}is solely responsible for the (?:views|content)|(?:the )?(?:views|opinions) of the (?:author|writer))",
    _FLAGS,
)

LINK = re.compile(
    r"[\W_]{0,8}(?:"
    r"(?:also|must|now|please|do)[\s-]{1,3}(?:read|watch|see|listen|check)\b.{0,250}|"
    r"(?:read|watch|see|listen|view|more)(?:[ -]{1,3}(?:more|also|next|here|now|too|this|full (?:story|report|article))){0,3}\s{0,2}[:|].{0,250}|"
    r"(?:read|watch|see)[ -](?:more|also|next|here|too)\s{0,2}[–—-].{0,250}|"
    r"(?:read|watch|see|more) {1,2}[–—-] .{0,250}|"
    r"(?:related|recommended|suggested)(?: (?:news|story|stories|articles?|reading|posts?|links?|content|coverage|video))?\s{0,2}[:|–—].{0,250}|"
    r"(?:in case you missed it|icymi|from the archives?|you may (?:also )?like|don.t miss|editor.s picks?)\s{0,2}[:|–—].{0,250}"
    r")",
    _FLAGS,
)
LINK_WITHIN = re.compile(r"(?<=[.!?”\"’)]) {0,2}[\[(]?(?:ALSO READ|READ ALSO|READ MORE|MUST READ|SEE ALSO|ALSO WATCH)\s{0,2}[:|–—-].{0,250}\Z")
"""A link to another article at the end of a paragraph, in capitals as only such links are."""

ADDRESS = re.compile(
    r"[\W_]{0,4}(?:(?:https?://|www\.)\S{2,500}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}|@\w{2,30}|#\w{2,60}|"
    r"(?:[a-z0-9-]{1,60}\.){1,4}(?:com|org|net|info|news|co|in|uk|cn|pk|eu|de|fr|io|tv|ly|au|ca|us|me)(?:/\S{0,300})?)\W{0,3}",
    _FLAGS,
)
SOURCE_ADDRESS = re.compile(
    r"(?:source|url|link|web ?page|permalink|canonical|original(?:ly published)?(?: article| link| at)?|via|from|retrieved from)"
    r"(?: url| link)?\s{0,2}[:\-–]?\s{0,2}<?(https?://[^\s<>]{4,1000})>?\.?",
    _FLAGS,
)
_SITE_WORDS = frozenset(
    "facebook twitter x whatsapp linkedin pinterest reddit telegram email e-mail mail print share tweet copy link messenger "
    "tumblr instagram youtube google google+ plus viber line wechat weibo flipboard pocket sms skype vk mix digg signal "
    "threads bluesky mastodon rss feed".split()
)
_BETWEEN_SITES = frozenset("on via this to in a the with now it page article post news us icon button opens new window".split())
_CRUMB = re.compile(r"\s{0,3}(?:»|›|>|→|/|\||::|·|•)\s{0,3}")
_LONGEST_CRUMB = 4

SECTION = _whole(
    r"(?:latest|recent|top|more|other|trending|popular|related|similar|recommended|featured|breaking|must[ -]read|most[ -](?:read|popular|viewed|shared|commented)|"
    r"today.s|editor.?s.? (?:picks?|choice))(?: (?:news|stories|story|articles?|posts?|content|topics?|reads?|reading|links?|videos?|headlines|coverage|updates|"
    r"now|today|this week|for you|on this|from)){0,3}",
    r"(?:more|also) (?:from|on|in|about|by) .{1,60}", r"(?:must|also|now|next|further|read|don.t) (?:read|miss|next|also|more)",
    r"you (?:may|might|will|should) (?:also )?(?:like|enjoy|be interested in|have missed|read)", r"(?:what to )?read next|up next|next up",
    r"in other news|in case you missed it|around the web|from (?:around )?(?:the|our) (?:web|partners|archives?|author)|elsewhere",
    r"recommended(?: for you| by)?|picked for you|trending(?: now| topics)?|popular(?: now)?|sponsored(?: content| stories)?|promoted",
    r"comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|discussion|what do you think",
    r"(?:our |daily |weekly )?newsletters?(?: sign ?up)?|stay (?:connected|in touch)|follow us|social media|subscribe(?: to .{1,40})?|about us|contact(?: us)?|quick links|useful links|company|legal",
    r"archives?|categories|tags?|tag cloud|topics|recent comments|blogroll|calendar|meta|search(?: this)?(?: site| blog)?|photo gallery|photos|videos|multimedia",
    r"notes? to editors?|about (?:the )?(?:world uyghur congress|human rights watch|amnesty international|us|this site)",
)  # fmt: skip
"""Headings under which nothing belongs to the article any more."""

AUTHOR_BOX = _whole(r"(?:author|writer)(?: (?:profile|bio|biography|info|details|box))?|about the (?:authors?|writers?)|meet the author|the author|contributor")
SUMMARY = _whole(
    r"(?:story |article |key )?highlights?|key (?:points|takeaways|facts)|(?:article )?(?:synopsis|summary|abstract)|in (?:short|brief|a nutshell)|at a glance|quick read|the gist|tl;?dr",
)  # fmt: skip
"""Headings of what stands for a standfirst."""

HEADER = re.compile(
    r"[\W_]{0,4}(?:(?:tags?|categor(?:y|ies)|topics?|archives?|labels?|keywords?|sections?|subjects?)\s{0,2}(?:archives?)?\s{0,2}[:»|–-]\s{0,2}\S.{0,80}|"
    r"(?:tag|category|topic|author|monthly|daily) archives?\b.{0,80}|(?:posts?|articles?|stories|entries|news|items) (?:tagged|filed|labell?ed|categori[sz]ed|archived)\b.{0,80}|"
    r"(?:browsing|showing|viewing|search) (?:results|tag|category|posts|articles|all)\b.{0,80}|(?:all |latest )(?:posts|articles|stories|news) (?:by|in|on|about|tagged|from)\b.{0,80})",
    _FLAGS,
)
"""The first line of a page that lists articles."""

END_MARK = re.compile(r"\s{1,3}(?:Enditem|ENDITEM|ENDS|\[?END\]?|###|-30-|■|□|◼|●)\Z")
"""What closes a text in the paragraph that ends it."""

GENRES: dict[str, re.Pattern[str]] = {
    "opinion": _whole(r"(?:the )?(?:opinions?|op-?eds?|editorials?|columns?|columnists?|comment(?:ary)?|view ?points?|perspectives?|letters? to the editor|guest (?:post|column|essay))"),
    "analysis": _whole(r"(?:news )?(?:analys[ie]s|explainers?|explained|in[ -]depth|long ?reads?|fact ?check|backgrounders?)"),
    "interview": _whole(r"interviews?|q ?(?:&|and|/) ?a|in conversation"),
    "statement": _whole(r"(?:for immediate release\W{0,5})?(?:press|media|news) (?:release|statement|advisory)s?(?:\W{1,5}for immediate release)?|for immediate release|(?:joint |official |public |open )?(?:statements?|letters?)|communiqu[eé]"),
    "report": _whole(r"(?:special |investigat(?:ive|ion) |annual )?reports?|white ?papers?|briefing papers?|country reports?"),
}  # fmt: skip
"""Labels above a headline that tell what kind of text follows."""


def is_share_row(text: str) -> bool:
    """Tell whether a line is only names of social sites and buttons."""
    found = re.findall(r"[\w+-]+", text.lower())
    return any(word in _SITE_WORDS for word in found) and all(word in _SITE_WORDS or word in _BETWEEN_SITES for word in found)


def is_breadcrumb(text: str) -> bool:
    """Tell whether a line is the path to a page in its site, or a row of menu entries."""
    crumbs = [crumb for crumb in _CRUMB.split(text) if crumb]
    if len(crumbs) < 2:  # noqa: PLR2004 (a path has two steps at least)
        return False
    short = all(len(crumb.split()) <= _LONGEST_CRUMB for crumb in crumbs)
    return crumbs[0].strip().lower() in {"home", "homepage", "start", "news"} or (short and len(crumbs) > 3)  # noqa: PLR2004
