extension SelectionPage {
  static let style = #"""

    :root{color-scheme:light dark;--ground:#f6f5f2;--panel:#fff;--ink:#1d1c1a;--soft:#6f6b64;
    --line:#e3e0d9;--accent:#2f5fd0;--good:#1d7f4e;--bad:#c2372e;--warn:#9a6400;--track:#eeece6;
    --traffic:#d9622b;--main:#2f6fd0;--profit:#1d8a5b;--image:#8a4fc4;--team:#3b3a38;--gate:#a9a49b}
    @media (prefers-color-scheme:dark){:root{--ground:#17171a;--panel:#202024;--ink:#ecebe8;
    --soft:#9d9a94;--line:#34343a;--accent:#8fb0ff;--good:#6cc495;--bad:#ff8a80;--warn:#e5b05c;
    --track:#2b2b30;--traffic:#ef8a57;--main:#6f9ff0;--profit:#4fbf8c;--image:#b98af0;
    --team:#cfccc6;--gate:#66625b}}
    *{box-sizing:border-box}[hidden]{display:none!important}
    body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 system-ui,-apple-system,
    "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
    h1,h2,h3,p,ul,ol{margin:0;padding:0;list-style:none}
    h1{font-size:1.25rem}h2{font-size:1rem;margin-bottom:.6rem}
    h3{font-size:.8rem;color:var(--soft);font-weight:600;margin-bottom:.4rem}
    .soft{color:var(--soft);font-size:.82rem}
    header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem 1.6rem;
    padding:1rem max(1rem,calc(50vw - 590px));background:var(--panel);border-bottom:1px solid var(--line)}
    header ul{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;color:var(--soft)}
    header b{color:var(--ink);font-size:1.1rem;font-variant-numeric:tabular-nums}
    header p{margin-left:auto}
    main{max-width:1180px;margin:0 auto;padding:1rem;display:grid;gap:1rem;
    grid-template-columns:minmax(0,1fr)}
    .card{background:var(--panel);border:1px solid var(--line);border-radius:12px;padding:1rem 1.1rem}
    svg{display:block;width:100%;height:auto}
    svg.narrow{display:none}
    svg text{font-size:12px;fill:var(--soft)}
    svg .grid{stroke:var(--line)}svg .zero{stroke:var(--bad);stroke-dasharray:4 3}
    .dot{cursor:pointer;color:var(--gate)}
    .dot circle{fill:currentColor;fill-opacity:.16;stroke:currentColor;stroke-opacity:.55}
    .dot.in circle{fill-opacity:.95;stroke:var(--panel);stroke-opacity:1;stroke-width:1.5}
    .dot.in text{fill:#fff;font-size:10px;font-weight:600;text-anchor:middle;pointer-events:none}
    @media (prefers-color-scheme:dark){.dot.in text{fill:#111}}
    .dot:hover circle{stroke:var(--ink);stroke-opacity:1}
    .r-traffic{color:var(--traffic)}.r-main{color:var(--main)}.r-profit{color:var(--profit)}
    .r-image{color:var(--image)}.r-team{color:var(--team)}.r-gate{color:var(--gate)}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.82rem;margin-bottom:.3rem}
    .legend span{white-space:nowrap}
    .legend i{display:inline-block;width:.7rem;height:.7rem;border-radius:50%;background:currentColor;
    margin-right:.35rem;vertical-align:-.05rem}
    #tip{position:sticky;bottom:.6rem;margin-top:.5rem;padding:.4rem .7rem;border-radius:8px;
    background:var(--ink);color:var(--panel);font-size:.85rem;overflow-wrap:anywhere;cursor:pointer}
    .quotas{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:1rem 2rem}
    .quota{display:grid;grid-template-columns:6.2rem minmax(0,1fr) 4.6rem;gap:.6rem;
    align-items:center;font-size:.85rem;padding:.12rem 0}
    .quota span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .quota b{font-weight:600;font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
    .track{position:relative;height:.6rem;border-radius:.3rem;background:var(--track)}
    .track div{height:100%;border-radius:.3rem;background:var(--accent)}
    .track i{position:absolute;top:-.2rem;bottom:-.2rem;width:2px;background:var(--ink);opacity:.55}
    .short .track div{background:var(--warn)}.over-most .track div{background:var(--warn)}
    .short b,.over-most b{color:var(--warn)}
    #filters{display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:center;font-size:.87rem;
    color:var(--soft);margin-bottom:.8rem}
    select,input{font:inherit;color:var(--ink);border:1px solid var(--line);border-radius:7px;
    background:var(--panel);padding:.28rem .5rem;max-width:12rem}
    input[type=search]{margin-left:auto}
    #list{display:grid;gap:.6rem}
    .item{background:var(--panel);border:1px solid var(--line);border-radius:12px;overflow:hidden;
    scroll-margin:1rem}
    .item:not(.in){background:none}
    .item.on{outline:2px solid var(--accent)}
    .top{display:grid;grid-template-columns:64px minmax(0,1fr) auto;gap:.2rem .9rem;padding:.8rem 1rem}
    .pic{width:64px;height:64px;border-radius:9px;background:var(--track);object-fit:cover;
    display:grid;place-items:center;font-weight:700;color:var(--soft);font-size:1.15rem}
    .name{font-weight:600;line-height:1.4;overflow-wrap:anywhere}
    .meta{display:flex;flex-wrap:wrap;gap:0 .8rem;font-size:.82rem;color:var(--soft)}
    .meta b{color:var(--ink)}
    .chip{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;
    font-size:.76rem;line-height:1.35rem;white-space:nowrap}
    .points{text-align:right;line-height:1.2}
    .points b{font-size:1.35rem;font-variant-numeric:tabular-nums}
    .points span{display:block;font-size:.75rem;color:var(--soft)}
    .said{grid-column:2/-1;font-size:.86rem;display:grid;gap:.1rem;margin-top:.25rem}
    .pm{display:flex;flex-wrap:wrap;gap:.1rem .9rem}
    .good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
    .said em{font-style:normal;color:var(--soft);margin-right:.4rem}
    summary{cursor:pointer;padding:.45rem 1rem;border-top:1px solid var(--line);font-size:.82rem;
    color:var(--soft)}
    .in-depth{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:1.2rem 2rem;
    padding:.4rem 1rem 1.1rem}
    .fall{display:grid;grid-template-columns:6.6rem minmax(0,1fr) 3.4rem;gap:0 .6rem;
    align-items:center;font-size:.82rem}
    .fall svg{height:18px;width:100%}
    .fall .n{text-align:right;font-variant-numeric:tabular-nums}
    .fall small{grid-column:2/-1;color:var(--soft);font-size:.73rem;line-height:1.3;
    overflow-wrap:anywhere;margin-bottom:.3rem}
    .fall .sum{font-weight:700}
    rect.up{fill:var(--good)}rect.down{fill:var(--bad)}rect.base{fill:var(--gate)}
    rect.score{fill:var(--accent)}line.mid{stroke:var(--line)}
    table{border-collapse:collapse;width:100%;font-size:.8rem}
    td{padding:.16rem .5rem .16rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
    td:nth-child(2){white-space:nowrap;font-variant-numeric:tabular-nums;font-weight:600}
    td:last-child{color:var(--soft);overflow-wrap:anywhere;padding-right:0;font-size:.74rem}
    .gates td:nth-child(1){width:1.2rem}.gates td:nth-child(3),.gates td:nth-child(4){
    white-space:nowrap}
    .in-depth h3{margin-top:.6rem}
    @media (max-width:720px){svg.wide{display:none}svg.narrow{display:block}
    .in-depth{grid-template-columns:minmax(0,1fr)}header p{margin-left:0}
    .top{grid-template-columns:48px minmax(0,1fr) auto;padding:.7rem .8rem;gap:.2rem .7rem}
    .pic{width:48px;height:48px}.said{grid-column:1/-1}
    input[type=search]{margin-left:0;max-width:none;flex-basis:100%}
    #filters label{flex:1 1 44%;white-space:nowrap}main{padding:.7rem}
    .card{padding:.8rem}.quota{grid-template-columns:5.4rem minmax(0,1fr) 4.4rem}}

    """#
}
