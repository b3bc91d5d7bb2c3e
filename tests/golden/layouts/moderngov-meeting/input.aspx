<!DOCTYPE html>
<html lang="en-gb">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Agenda for Overview and Scrutiny Committee on Tuesday, 4th November, 2025, 7.00 pm - Fellbrook District Council</title>
<link rel="canonical" href="https://democracy.fellbrook.example/ieListDocuments.aspx?CId=12&amp;MId=880" />
</head>
<body>
<form id="aspnetForm" method="post" action="./ieListDocuments.aspx">
<div class="cookie-banner">This site uses cookies. <button>Accept</button></div>
<div id="site-header"><ul><li><a href="/">Home</a></li><li><a href="/waste">Waste</a></li></ul></div>
<div class="mgContent" id="modgov">
<div class="mgHide">Skip to the content of the page</div>
<h1 class="mgMainTitleTxt">Agenda, decisions and minutes</h1>
<h2 class="mgSubTitleTxt">Overview and Scrutiny Committee - Tuesday, 4th November, 2025 7.00 pm</h2>
<ul class="mgActionList">
  <li><a href="mgMeetingAttendance.aspx?ID=880">Attendance details</a></li>
  <li><a href="documents/g880/Agenda%20frontsheet.pdf">Agenda frontsheet <span class="mgFileSize">PDF 301 KB</span></a></li>
</ul>
<div class="mgLinks">
<p><span class="mgLabel" >Venue:&nbsp;</span>The Granary, Mill Lane. <a href="mgLocationDetails.aspx?RID=3">View directions</a></p>
<p><span class="mgLabel" >Contact:&nbsp;</span>Ines Farrow&nbsp; Email: <a href="mailto:committees@fellbrook.example">committees@fellbrook.example</a></p>
<p><span class="mgLabel" >Media:</span></p>
</div>
<h3 class="mgSectionTitle">Items</h3>
<table class="mgItemTable" summary="Table of agenda items" >
<caption class="mgHide">Items</caption>
<tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"></p></td><td><p class="mgAiTitleTxt">Part A: matters for decision</p></td></tr>
<tr>
<td class="mgItemNumberCell" valign="top"><p class="mgAiTitleTxt" ><a name="AI501"></a>23.</p></td>
<td valign="top"><p class="mgAiTitleTxt" >Minutes <span class="mgFileSize" >PDF 120 KB</span></p>
<div class="mgWordPara" ><div class="WordSection1">
<p class="MsoNormal">To approve the minutes of the meeting held on 2 September 2025.</p>
</div></div>
<p class="mgSubItemTitleTxt" >Decision:</p>
<div class="mgWordPara" ><p>The minutes of the meeting held on 2 September 2025
were approved as a correct record.</p></div>
</td></tr>
<tr>
<td class="mgItemNumberCell" valign="top"><p class="mgAiTitleTxt" ><a name="AI502"></a>24.</p></td>
<td valign="top"><p class="mgAiTitleTxt" >Car park charges: call-in <span class="mgFileSize" >PDF 88 KB</span> <img src="img/comment.gif" alt="Comment on this item"></p>
<ul class="mgActionList"><li><a href="ieDecisionDetails.aspx?AIId=502">View the decision for item 24</a></li></ul>
<p class="mgSubItemTitleTxt" >Additional documents:</p>
<ul class="mgBulletList" >
<li><a href="documents/s77/Call-in.pdf">Call-in notice , item 24. <span class="mgHide">View directions</span> <span class="mgFileSize">PDF 60 KB</span></a></li>
<li><a href="documents/s78/Charges.xlsx">Schedule of charges</a></li></ul>
<p class="mgSubItemTitleTxt" >Minutes:</p>
<div class="mgWordPara" ><div class="WordSection1">
<p class="MsoNormal"><b>The Chair invited Councillor Ida Marsh to speak to the call-in.</b></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal"><u>Proposal</u></p>
<p class="MsoNormal">It was proposed that the decision be referred back to Cabinet. A recorded vote was asked for and taken.</p>
<table class="mgTableNoBorderFullWidth">
<tr><td>For (2)</td><td>Councillors Ida Marsh and Leon Petrie</td></tr>
<tr><td>Against (3)</td><td>Councillors Ann Dow, Ravi Sethi and June Quill</td></tr>
<tr><td>Abstain (0)</td><td></td></tr>
</table>
<p class="MsoNormal">The proposal was lost, and it was then</p>
<p class="MsoNormal"><b>RESOLVED</b> that:</p>
<p class="MsoListParagraphCxSpFirst" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span style="font:7.0pt 'Times New Roman'">&nbsp;&nbsp;&nbsp; </span></span><![endif]>the decision of
Cabinet stand; and</p>
<p class="MsoListParagraphCxSpMiddle" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">2.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>officers report in March on:</p>
<p class="MsoListParagraphCxSpLast" style="mso-list:l0 level2 lfo1"><![if !supportLists]><span style="font-family:Wingdings;mso-list:Ignore">§<span>&nbsp; </span></span><![endif]>the income from each car park.</p>
</div></div>
</td></tr>
<tr>
<td class="mgItemNumberCell" valign="top"><p class="mgAiTitleTxt" ><a name="AI503"></a>25.</p></td>
<td valign="top"><p class="mgAiTitleTxt" >Leisure contract</p>
<p class="mgSubItemTitleTxt" >Decision:</p>
<div class="mgWordPara" ><p>That the contract be extended by one year… <a href="mgAi.aspx?ID=503#mgDecisions">view the full decision text for item 25</a></p></div>
<p class="mgSubItemTitleTxt" >Minutes:</p>
<div class="mgWordPara" ><p>The Head of Leisure presented the report ... <a href="mgAi.aspx?ID=503">view the full minutes text for item 25</a></p></div>
</td></tr>
</table>
<p class="mgHide">End of the list of items</p>
</div>
<footer>© Fellbrook District Council 2025</footer>
</form>
</body></html>
