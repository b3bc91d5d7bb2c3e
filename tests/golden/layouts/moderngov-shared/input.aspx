<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head>
<title>Agenda and minutes - Highways Scrutiny Panel - Thursday, 12th June, 2025 6.30 pm - Harlow Vale Borough Council</title>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="DC.title" content="Agenda for Highways Scrutiny Panel" /></head>
<body class="mgBody"><div id="ccc-notify">We use cookies <button>Accept</button></div>
<a href="#main" class="skip">Skip to main content</a>
<div id="header"><a href="/"><img alt="Harlow Vale Borough Council logo" src="l.png"/></a>
<ul id="topnav"><li><a href="/">Home</a></li><li><a href="/bins">Bins</a></li></ul></div>
<div id="wrapper"><ul class="breadcrumb"><li><a href="/">Home</a></li><li>Agenda and minutes</li></ul>
<div id="leftnav"><h2>Council and democracy</h2><ul><li><a href="mgListCommittees.aspx?bcr=1">Committees</a></li><li><a href="mgCalendarMonthView.aspx">Calendar</a></li></ul></div>
<div id="modgov"><div class="mgContent">
<h1 class="mgMainTitleTxt" >Agenda and minutes</h1>
<h2 class="mgSubTitleTxt" >Highways Scrutiny Panel - Thursday, 12th June, 2025 6.30 pm</h2>
<div class="mgLinks"><ul class="mgActionList" ><li><a href="ieListMeetings.aspx?CId=12" title="Link to attendance">Attendance details</a></li>
<li><a href="documents/g44/Agenda.pdf?T=0" >Agenda frontsheet <img src="pdf.gif" alt="pdf icon" /> <span class="mgFileSize" >PDF 212 KB</span></a></li>
<li><a href="documents/g44/Public%20reports%20pack.pdf?T=10">Agenda reports pack <span class="mgFileSize" >PDF 12 MB</span></a></li>
<li><a href="documents/g44/Printed%20minutes.pdf?T=1">Printed minutes <span class="mgFileSize" >PDF 180 KB</span></a></li></ul>
<p><span class="mgLabel" >Venue:</span> Committee Room 2, The Guildhall.  <a class="mgLinks" href="mgLocationDetails.aspx?RID=2" title="Link to venue">View directions</a></p>
<p><span class="mgLabel" >Contact:</span> Moira Penhale&#160; Email: <a href="mailto:mp@harlowvale.example">mp@harlowvale.example</a></p>
<h2 class="mgSectionTitle" >Media</h2>
<div class="mgContent" ><p><a href="https://x.example/webcast">Webcast</a></p></div></div>
<table class="mgItemTable" summary="Table of agenda items" ><caption class="mgSectionTitle" >Items</caption>
<tr ><th class="mgItemNumberCell" >No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI2001" ></a>14/25</p></td><td>
<p class="mgAiTitleTxt" >Apologies for Absence</p><ul class="mgActionList"><li><a href="#">Share this item</a></li></ul>
<p class="mgSubItemTitleTxt" >Additional documents:</p><ul class="mgBulletList"></ul>
<p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" ><div class="WordSection1">
<p class="MsoNormal" style="margin:0cm"><span style="font-family:&quot;Arial&quot;,sans-serif">Apologies were received from
Councillor Fenn.</span></p>
<p class="MsoNormal" style="margin:0cm"><span>&nbsp;</span></p>
</div></div></td></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI2002"></a>15/25</p></td><td>
<p class="mgAiTitleTxt" ><a class="mgAiTitleLnk" href="documents/s1/Gully%20report.pdf" title="Link to document 'Gully emptying' pdf file">Gully emptying <img src="pdf.gif" alt="pdf icon"/> <span class="mgFileSize" >PDF 365 KB</span></a></p>
<div class="mgWordPara" ><p class="MsoNormal">Report of the Head of Streets.</p></div>
<p class="mgSubItemTitleTxt" >Additional documents:</p><ul class="mgBulletList" ><li><a href="documents/s2/A.pdf">Appendix A <img alt="pdf icon"/> <span class="mgFileSize" >PDF 90 KB</span></a></li></ul>
<p class="mgSubItemTitleTxt" >Decision:</p><div class="mgWordPara" ><p class="MsoListParagraph" style="text-indent:-18.0pt"><span>(1)<span style="font:7.0pt 'Times New Roman'">&nbsp;&nbsp; </span></span>That the report be noted.</p>
<p class="MsoListParagraph" style="text-indent:-18.0pt"><span>(2)<span style="font:7.0pt 'Times New Roman'">&nbsp;&nbsp; </span></span>That the gully map be sent to all members by the end of July.</p></div>
<p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" ><div class="WordSection1">
<p class="MsoNormal"><b><u>Introduction</u></b></p>
<p class="MsoNormal">The Head of Streets presented the report and said that 84% of gullies had been emptied by the
end of May.</p>
<p class="MsoNormal">In the ensuing discussion:</p>
<p class="MsoListParagraphCxSpFirst" style="margin-left:36.0pt;text-indent:-18.0pt"><span style="font-family:Symbol">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>Councillor Ash asked when Mill Lane would be done. The Head of Streets replied that it would be done in August.</p>
<p class="MsoListParagraphCxSpLast" style="margin-left:36.0pt;text-indent:-18.0pt"><span style="font-family:Symbol">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>Members felt that residents should be told beforehand.</p>
<p class="MsoNormal"><b>RESOLVED</b> that:</p>
<ol style="margin-top:0cm" start="1" type="1"><li class="MsoNormal">the report be noted; and</li><li class="MsoNormal">the gully map be sent to all members by the end of July.</li></ol>
</div></div></td></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI2003"></a></p></td><td><p class="mgAiTitleTxt" >PART II - Items considered with the press excluded</p></td></tr>
</table></div></div></div><div id="footer"><ul><li><a href="/contact">Contact us</a></li><li><a href="/privacy">Privacy</a></li></ul><p>&copy; Harlow Vale 2025</p></div>
</body></html>
