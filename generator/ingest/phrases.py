"""Phrases by which a line tells what it is: calls, disclaimers, links to other articles, headings of sections.

Unlike furniture these may be whole sentences. All patterns are bounded.
"""

from __future__ import annotations

import re

from generator.ingest.patterns import opening, whole_line

CALL = opening(r"""
    subscribe (?:to|now|today)|sign up (?:for|to|now)|enter your (?:e-?mail|name)
    follow (?:us|@|our|\w+ on (?:facebook|twitter|x|instagram|telegram))|like us on|find us on|connect with us
    join (?:our|us on|the conversation|the discussion)|download (?:the|our) [\w ]{0,30}app
    click (?:here|on the|to)|tap here|get (?:the latest|breaking|our|all the latest)|send us (?:your )?(?:tips|feedback)
    (?:please )?support (?:us|our (?:work|journalism|reporting))|(?:please )?(?:donate|consider (?:donating|supporting))
    never miss|don.t miss (?:out|any|our)|catch (?:all )?the (?:latest|live)|watch (?:live|the latest|the video|more)
    for (?:all )?(?:the )?(?:latest|more|breaking) (?:news|updates|stories|information)
    stay (?:up to date|tuned|updated|connected|informed)|to read (?:more|the (?:full|rest|entire|original))
    if you (?:liked?|enjoyed|found) (?:this|our)|(?:have|got) a (?:news )?(?:tip|story)
    (?:we|this (?:site|website|page))(?: and our partners)? uses? (?:\w+ ){0,3}cookies|we value your privacy
    by (?:clicking|choosing|subscribing|signing up|continuing to (?:use|browse)|using (?:this|our) site)
    i (?:accept|agree)\b
    read (?:all )?(?:the )?(?:latest|breaking|more|top) (?:news|stories|articles|about|on|from|at|in)\b
    (?:read|see|view|watch|download) (?:the |our )?(?:full|complete|entire|original) [\w ]{1,30}(?:here|below|at|on)\b
    this (?:document|article|page) is (?:subject to|protected by) copyright|citation: .{10,250}retrieved \d
    all rights reserved|copyright\b|\(c\) ?\d{4}|©|(?:no part of )?this (?:material|content) may not be
    reproduction (?:in whole|without)|unauthori[sz]ed (?:reproduction|copying)|our standards\b
    the post .{1,250} (?:first )?appeared first on|this (?:post|article) (?:first )?appeared first on
    (?:please )?(?:note: |share|like|read our)\b.{0,20}\b(?:comments?|article|policy|page|post|story)\b
    thanks? (?:you )?for reading\b
    become a (?:member|supporter|patron)|buy us a coffee|checking your browser|are you a robot|(?:error )?40[34]\b
    the page you (?:are|were|.re) (?:looking for|trying)|access denied|you (?:do not|don.t) have (?:permission|access)
    (?:page|article|content) (?:is )?(?:not found|not available|no longer available)
    (?:please )?verify (?:that )?you are (?:a )?human
""")
"""What a site asks of its readers, and what it tells those who do not get the page."""

DISCLAIMER = opening(r"""
    disclaimer\b|this is an unedited|(?:except|apart|only) (?:for |from )?the headline
    (?:the |all )?(?:views?|opinions?)(?:,? (?:and )?(?:views?|opinions?|thoughts|facts)){0,2},? expressed
    (?:the |all )?(?:views?|opinions?) (?:are (?:personal|those|solely|the author)|in this (?:article|piece|post))
    th(?:is|e above) (?:story|article|report|news(?: item)?|copy|content|post) (?:has|have|is|was) not been edited
    th(?:is|e above) (?:story|article|news|copy|content|post) (?:has been|was|is) (?:auto|unedited|syndicated|sourced)
    th(?:is|e above) (?:story|article|news|copy|content|post) (?:has been|was|is) (?:published|taken|generated) from
    (?:\w+ ){0,5}is solely responsible for the (?:views|content)|(?:the )?(?:views|opinions) of the (?:author|writer)
""")

REFERENCE = opening(r"""
    more information\s?:|journal (?:information|reference|citation)s?\s?:|(?:story|original) source\s?:
    doi\s?:|citation\s?:
    provided by .{2,80}\Z
    (?:a version of )?this (?:article|story|column|essay) .{0,30}(?:appears|appeared|ran) .{0,60}\b(?:print|edition)\b
""")
"""Where a report on research says what it rests on, and a copy from where it comes."""

LINK = whole_line(r"""
    (?:also|must|now|please|do)[\s-]{1,3}(?:read|watch|see|listen|check)(?: (?:this|more|here))?\s{0,2}[:|–—-].{0,250}
    (?:read|watch|see|listen|view|more)(?:[ -]{1,3}(?:more|also|next|here|now|too|this)){0,3}\s{0,2}[:|].{0,250}
    (?:read|watch|see)[ -](?:more|also|next|here|too)\s{0,2}[–—-].{0,250}
    (?:read|watch|see|more) {1,2}[–—-] .{0,250}
    (?-i:(?:[Rr]ead|READ) (?:[Mm]ore|MORE|[Aa]lso|ALSO)[A-Z‘“'"].{5,200})
    (?:related|recommended|suggested)(?: (?:news|stor(?:y|ies)|articles?|reading|posts?|links?))?\s{0,2}[:|–—].{0,250}
    (?:in case you missed it|icymi|from the archives?|you may (?:also )?like|don.t miss)\s{0,2}[:|–—].{0,250}
""")
LINK_BARE = whole_line(r"(?:also|must|now|please|do)[\s-]{1,3}(?:read|watch|see|listen|check)\b.{0,150}")
"""The same without a mark; a sentence may begin so too."""
LINK_WITHIN = re.compile(
    r"(?<=[.!?”\"’)]) {0,2}[\[(]?"
    r"(?:(?:ALSO READ|READ ALSO|READ MORE|MUST READ|SEE ALSO|ALSO WATCH)\s{0,2}[:|–-]|"
    r"(?:Also [Rr]ead|Read [Aa]lso|Read [Mm]ore|Must [Rr]ead|See [Aa]lso|Also [Ww]atch)\s{0,2}[:|]).{0,250}\Z",
)
"""A link to another article at the end of a paragraph, with the capitals and the mark that only such links have."""

SOURCE_ADDRESS = re.compile(
    r"(?:source|url|link|web ?page|permalink|canonical|original(?:ly published)?(?: article| link| at)?|via|from)"
    r"(?: url| link)?\s{0,2}[:\-–]?\s{0,2}<?(https?://[^\s<>]{4,1000})>?\.?",
    re.IGNORECASE,
)

_NEWS = (
    r"(?:news|stories|story|articles?|posts?|content|topics?|reads?|reading|links?|videos?|headlines|coverage|updates|now|"
    r"today|this week|for you|on this|from)"
)
SECTION = whole_line(rf"""
    (?:latest|recent|top|more|other|trending|popular|related|similar|recommended|featured|breaking)(?: {_NEWS}){{0,3}}
    must[ -]read(?: {_NEWS}){{0,2}}|most[ -](?:read|popular|viewed|shared|commented)(?: {_NEWS}){{0,2}}
    (?:today.s|editor.?s.?) (?:picks?|choice|top stories|headlines)|picked for you|up next|next up
    (?:more|also) (?:from|on|in|about|by)(?: [\w'’&.-]{{1,20}}){{1,3}}
    (?:must|also|now|next|further|read|don.t) (?:read|miss|next|also|more)|(?:what to )?read next
    you (?:may|might|will|should) (?:also )?(?:like|enjoy|be interested in|have missed|read)
    explore further|feedback to editors|in other news|in case you missed it|around the web|elsewhere
    from (?:around )?(?:the|our) (?:web|partners|archives?)
    recommended(?: for you| by)?|trending(?: now| topics)?|popular(?: now)?|(?:sponsored|promoted) (?:content|stories)
    comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|what do you think
    (?:our |daily |weekly )?newsletters?(?: sign ?up)?|stay (?:connected|in touch)|follow us|social media
    subscribe(?: to (?:our|the) [\w ]{{1,20}})?|about us|contact(?: us)?|quick links|useful links|company|legal
    archives?|categories|tags?|tag cloud|topics|recent comments|blogroll|calendar|meta|search(?: this)?(?: site| blog)?
    photo gallery|photos|videos|multimedia|notes? to editors?|references|bibliography|works cited|(?:foot|end)notes
    about (?:the )?(?:world uyghur congress|human rights watch|amnesty international|us|this site)
    (?:for )?(?:media|press) (?:contacts?|inquiries|enquiries)|ends|enditem
""")
"""Headings under which nothing belongs to the article any more."""

AUTHOR_BOX = whole_line(r"""
    (?:author|writer)(?: (?:profile|bio|biography|info|details|box))?|about the (?:authors?|writers?)
    meet the author|the author|contributor
""")

SUMMARY = whole_line(r"""
    (?:story |article |key )?highlights?|key (?:points|takeaways|facts)|(?:article )?(?:synopsis|summary|abstract)
    in (?:short|brief|a nutshell)|at a glance|quick read|the gist|tl;?dr
""")
"""Headings of what stands for a standfirst."""

HEADER = opening(r"""
    (?:tag|category|topic|label|keyword|section|subject)s?\s{0,2}(?:archives?)?\s{0,2}[:»|–-]\s{0,2}\S.{0,80}\Z
    (?:archives?|categories)\s{0,2}[:»|–-]\s{0,2}\S.{0,80}\Z
    (?:tag|category|topic|author|monthly|daily) archives?\b.{0,80}\Z
    (?:posts?|articles?|stories|entries|news|items) (?:tagged|filed|labell?ed|categori[sz]ed|archived)\b.{0,80}\Z
    (?:browsing|showing|viewing|search) (?:results|tag|category|posts|articles|all)\b.{0,80}\Z
    (?:all |latest )(?:posts|articles|stories|news) (?:by|in|on|about|tagged|from)\b.{0,80}\Z
""")
"""The first line of a page that lists articles."""

END_LINE = re.compile(r"\s*(?:#\s?){3}\s*|\s*[-–—*]{1,3}\s?(?:ends?|30)\s?[-–—*]{1,3}\s*", re.IGNORECASE)
"""What closes a statement in a line of its own, before what its sender says of itself."""

END_MARK = re.compile(r"\s{1,3}(?:Enditem|ENDITEM|ENDS|\[?END\]?|###|-30-|■|□|◼|●)\Z")
"""What closes a text in the paragraph that ends it."""

GENRES: dict[str, re.Pattern[str]] = {
    "opinion": whole_line(r"""
        (?:the )?(?:opinions?|op-?eds?|editorials?|columns?|columnists?|comment(?:ary)?|view ?points?|perspectives?)
        letters? to the editor|guest (?:post|column|essay)
    """),
    "analysis": whole_line(r"""
        (?:news )?(?:analys[ie]s|explainers?|explained|in[ -]depth|long ?reads?|fact ?check|backgrounders?)
    """),
    "interview": whole_line(r"interviews?|q ?(?:&|and|/) ?a|in conversation"),
    "statement": whole_line(r"""
        (?:for immediate release\W{0,5})?(?:press|media|news) (?:release|statement)s?(?:\W{1,5}for immediate release)?
        for immediate release|(?:joint |official |public |open )?(?:statements?|letters?)|communiqu[eé]
    """),
    "report": whole_line(r"""
        (?:special |investigat(?:ive|ion) |annual )?reports?|white ?papers?|briefing papers?|country reports?
    """),
}
"""Labels above a headline that tell what kind of text follows."""
