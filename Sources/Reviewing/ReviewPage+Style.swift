extension ReviewPage {
  static let style = #"""

    :root{color-scheme:light dark;--ground:#f6f5f2;--panel:#fff;--ink:#1d1c1a;--soft:#6f6b64;
    --line:#e3e0d9;--accent:#2f5fd0;--good:#1d7f4e;--bad:#c2372e;--warn:#9a6400;--stage:#16161a;
    --goodback:#e6f3ec;--badback:#fbe9e7}
    @media (prefers-color-scheme:dark){:root{--ground:#17171a;--panel:#202024;--ink:#ecebe8;
    --soft:#9d9a94;--line:#34343a;--accent:#8fb0ff;--good:#6cc495;--bad:#ff8a80;--warn:#e5b05c;
    --stage:#0c0c0e;--goodback:#1c2f25;--badback:#3a2220}}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    html{scroll-padding-top:7rem}
    body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 system-ui,-apple-system,
    "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
    h1,h2,h3,p,ul{margin:0;padding:0;font-weight:600}
    p{font-weight:400}
    button,select,input{font:inherit;color:inherit}
    button{cursor:pointer}
    a{color:var(--accent)}
    .sku,.mono{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft);
    overflow-wrap:anywhere;font-weight:400}
    .good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
    header{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;align-items:center;
    gap:.5rem 1.25rem;padding:.65rem 1.25rem;background:var(--panel);
    border-bottom:1px solid var(--line)}
    h1{font-size:1.1rem}
    #counts{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;font-weight:400;
    color:var(--soft)}
    #counts b{color:var(--ink);font-variant-numeric:tabular-nums}
    #counts .good b{color:var(--good)}#counts .bad b{color:var(--bad)}#counts .warn b{
        color:var(--warn)}
    #counts a{color:inherit;text-decoration:none;border-bottom:1px solid var(--line)}
    #filters{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .9rem;margin-left:auto;
    font-size:.87rem;color:var(--soft)}
    #filters label{white-space:nowrap}
    select,input[type=search]{border:1px solid var(--line);border-radius:7px;
        background:var(--ground);
    color:var(--ink);padding:.25rem .5rem;max-width:11rem}
    input[type=search]{width:11rem}
    #keys{flex-basis:100%;font-size:.78rem;color:var(--soft)}
    main{display:grid;grid-template-columns:minmax(21rem,36%) minmax(0,1fr)}
    #list{padding:.9rem 1.25rem 3rem}
    .product{margin:0 -.6rem;padding:.9rem .6rem;border-bottom:1px solid var(--line);
    content-visibility:auto;
    contain-intrinsic-size:auto 290px}
    .product h2{font-size:.98rem;line-height:1.4;overflow-wrap:anywhere}
    .meta{display:flex;flex-wrap:wrap;gap:.1rem .7rem;align-items:baseline;font-size:.85rem;
    color:var(--soft)}
    .meta b{color:var(--ink);font-variant-numeric:tabular-nums}
    .row{display:grid;grid-template-columns:repeat(auto-fill,minmax(5rem,1fr));gap:.6rem;
    margin-top:.6rem;align-items:end}
    .draft{scroll-margin:7rem 0 1.5rem;display:block;padding:0;border:0;background:none;
        text-align:left;min-width:0}
    .thumb{display:block;overflow:hidden;border-radius:8px;background:var(--stage);
    outline:1px solid var(--line);outline-offset:-1px}
    .thumb img{display:block;width:100%;height:100%;object-fit:cover}
    .draft:hover .thumb{filter:brightness(1.06)}
    .draft[aria-current=true] .thumb{outline:3px solid var(--accent);outline-offset:1px}
    .draft:focus-visible{outline:none}
    .draft:focus-visible .thumb{outline:3px solid var(--accent);outline-offset:1px}
    .name,.sub{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .name{margin-top:.3rem;font-size:.82rem}
    .sub{font-size:.75rem;color:var(--soft)}
    .name i{display:inline-block;width:.55rem;height:.55rem;border-radius:50%;margin-right:.35rem;
    background:var(--soft)}
    .passed .name i{background:var(--good)}
    .failed .name i{background:var(--bad);border-radius:2px}
    .empty{padding:3rem 1rem;text-align:center;color:var(--soft)}
    #detail{position:sticky;top:var(--head,6rem);align-self:start;height:calc(100vh - var(--head,
        6rem));
    overflow:auto;background:var(--panel);border-left:1px solid var(--line)}
    .view{display:grid;grid-template-columns:var(--player,20rem) minmax(0,1fr);gap:1.5rem;
    padding:1.1rem 1.4rem 3rem;align-items:start}
    .side{position:sticky;top:1.1rem}
    .stage{position:relative;background:var(--stage);border-radius:12px;overflow:hidden}
    .stage video{display:block;width:100%;height:100%;object-fit:contain}
    .over{position:absolute;inset:0;pointer-events:none;overflow:hidden}
    .safe{position:absolute;border:1.5px dashed #fff;box-shadow:0 0 0 999px rgba(214,52,44,.34)}
    .words{position:absolute;border:1.5px solid #ffd84d;background:rgba(255,216,77,.16)}
    .broken{position:absolute;inset:auto 0 0;padding:.6rem .8rem;background:rgba(20,20,24,.86);
    color:#fff;font-size:.82rem}
    .strip{display:flex;gap:2px;height:1.1rem;margin:.55rem 0 .35rem}
    .strip button{flex:1 1 0;min-width:2px;padding:0;border:0;border-radius:3px;
        background:var(--line)}
    .strip button:hover{background:var(--soft)}.strip button.on{background:var(--accent)}
    .tools{display:flex;flex-wrap:wrap;gap:.4rem .9rem;align-items:center;font-size:.84rem;
    color:var(--soft)}
    .info{min-width:0}
    .info>h2{text-wrap:balance;font-size:1.15rem;line-height:1.4;overflow-wrap:anywhere}
    .badge{display:inline-block;padding:.05rem .55rem;border-radius:99px;font-size:.8rem;
    font-weight:600;background:var(--ground);color:var(--soft)}
    .badge.good{background:var(--goodback);color:var(--good)}
    .badge.bad{background:var(--badback);color:var(--bad)}
    .block{margin-top:1.4rem}
    .block h3{display:flex;align-items:center;gap:.6rem;padding-bottom:.3rem;font-size:.83rem;
    color:var(--soft);border-bottom:1px solid var(--line)}
    .block h3 button{margin-left:auto}
    .field{display:grid;grid-template-columns:5.6rem minmax(0,1fr) auto;gap:.2rem .8rem;
    padding:.45rem 0;border-bottom:1px solid var(--line);align-items:start}
    .field>span{font-size:.82rem;color:var(--soft);line-height:1.9}
    .field>p{white-space:pre-wrap;overflow-wrap:anywhere}
    .field.long{grid-template-columns:minmax(0,1fr) auto}.field.long>p{grid-column:1/-1;order:3}
    .over-limit{color:var(--bad)}
    .copy{padding:.1rem .6rem;border:1px solid var(--line);border-radius:6px;
        background:var(--panel);
    font-size:.79rem;color:var(--soft)}
    .copy:hover{border-color:var(--accent);color:var(--accent)}
    table{width:100%;border-collapse:collapse;font-size:.87rem}
    td{padding:.38rem .7rem .38rem 0;border-bottom:1px solid var(--line);vertical-align:top;
    overflow-wrap:anywhere}
    td:last-child{padding-right:0}
    td.name{white-space:nowrap}
    td.num{white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--soft)}
    tr.miss td{color:var(--bad)}
    .gap{padding:1.6rem 1.25rem;border-top:1px solid var(--line);background:var(--panel);
    position:relative;z-index:1}
    .gap h2{font-size:1rem;margin-bottom:.4rem}.gap h2 b{color:var(--warn)}
    .close{display:none}
    @media (max-width:1180px){main{grid-template-columns:19rem minmax(0,1fr)}
    .view{padding:1rem 1rem 3rem;gap:1.1rem}.field{grid-template-columns:4.6rem minmax(0,1fr) auto}}
    @media (max-width:980px){.view{grid-template-columns:minmax(0,1fr)}
    .side{position:static;max-width:var(--player,20rem);margin:0 auto;width:100%}}
    @media (max-width:760px){
    header{padding:.6rem .9rem;position:static}#filters{margin-left:0;gap:.5rem .8rem}
    #keys{display:none}
    main{display:block}#list{padding:.2rem .9rem 2rem}
    #detail{display:none;position:fixed;inset:0;height:auto;z-index:5;border:0}
    body.open{overflow:hidden}body.open #detail{display:block}
    .view{padding:.6rem .9rem 3rem;gap:1rem}
    .close{display:block;position:sticky;top:0;z-index:2;width:100%;padding:.7rem .9rem;border:0;
    border-bottom:1px solid var(--line);background:var(--panel);text-align:left;color:var(--accent)}
    .field{grid-template-columns:minmax(0,1fr) auto}.field>p{grid-column:1/-1;order:3}
    input[type=search]{width:100%;max-width:none}#filters input[type=search]{flex:1 1 12rem}
    .gap{padding:1.2rem .9rem}}
    @media (prefers-reduced-motion:no-preference){.thumb{transition:filter .12s}}
    """#
}
