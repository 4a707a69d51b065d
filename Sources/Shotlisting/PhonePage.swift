/// The look of the phone page: black on white whatever the phone's own colours, the slate first.
enum PhonePage {
  static let css = """
    :root{color-scheme:only light}
    *{box-sizing:border-box;margin:0}
    html{-webkit-text-size-adjust:100%;background:#fff}
    body{font:16px/1.45 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
    color:#17181c;background:#fff;touch-action:pan-y;overflow-x:hidden}
    [hidden]{display:none!important}
    button{font:inherit;border:0;color:inherit;-webkit-tap-highlight-color:transparent}
    section{max-width:640px;margin:0 auto 40px}
    .js section{display:none;margin:0 auto;padding:44px 0 88px}
    .js section.on{display:block}
    .code{display:flex;justify-content:center;align-items:flex-start}
    .code svg{width:min(100vw,640px);aspect-ratio:1;display:block}
    .words{padding:0 16px}
    h1{font-size:25px;line-height:1.2;display:flex;justify-content:space-between;
    align-items:flex-start;gap:10px}
    h1 span{overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical;
    -webkit-line-clamp:3;overflow:hidden}
    h1 b{color:#d12a1e}
    em{font:700 14px/1 system-ui,sans-serif;white-space:nowrap;border-radius:7px;padding:7px 9px}
    .must{background:#d12a1e;color:#fff}.optional{background:#eceef2;color:#555a64}
    .product{color:#555a64;margin-top:3px;overflow-wrap:anywhere;display:-webkit-box;
    -webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
    .picture{font-size:21px;font-weight:700;line-height:1.35;margin:8px 0 10px;
    overflow-wrap:anywhere}
    ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:7px}
    ul li{background:#f3f4f7;border-radius:9px;padding:4px 11px;font-weight:700;
    overflow-wrap:anywhere;min-width:0;max-width:100%}
    small{display:block;font-size:12px;font-weight:400;color:#555a64}
    dl{margin-top:14px;display:grid;grid-template-columns:4.6em minmax(0,1fr);gap:7px 0}
    dt{color:#555a64}dd{overflow-wrap:anywhere}
    #bar,nav{display:none}
    .js #bar{position:fixed;inset:0 0 auto;height:44px;z-index:1;display:flex;gap:10px;
    align-items:center;background:#fff;padding:0 10px 0 16px;font-size:14px;color:#555a64}
    #bar b{color:#17181c;font-size:17px}#count{flex:1;white-space:nowrap;overflow:hidden;
    text-overflow:ellipsis}
    #open{background:#eceef2;border-radius:9px;padding:7px 14px;color:#17181c;font-weight:700}
    .js nav{position:fixed;inset:auto 0 0;z-index:1;display:flex;gap:8px;background:#fff;
    border-top:1px solid #e3e5ea;padding:9px 12px calc(9px + env(safe-area-inset-bottom))}
    nav button{height:56px;border-radius:12px;flex:1;min-width:0;font-size:18px;font-weight:700;
    background:#fff;border:2px solid #c6cad2}
    nav .step{background:#17181c;border-color:#17181c;color:#fff;font-size:30px;line-height:1}
    nav button:disabled{opacity:.2}
    [data-mark=OK].set{background:#0b7a3b;border-color:#0b7a3b;color:#fff}
    [data-mark=NG].set{background:#d12a1e;border-color:#d12a1e;color:#fff}
    [data-mark=KEEP].set{background:#1657c4;border-color:#1657c4;color:#fff}
    #list{max-width:640px;margin:0 auto;padding:14px 16px 30px}
    .js #list{position:fixed;inset:0;max-width:none;background:#fff;overflow:auto;z-index:2;
    overscroll-behavior:contain}
    #list header{display:flex;gap:12px;align-items:flex-start;justify-content:space-between}
    #list h2{font-size:21px;overflow-wrap:anywhere}#list header p{color:#555a64;font-size:14px}
    #list header button{background:#17181c;color:#fff;border-radius:10px;width:44px;height:44px;
    flex:none;font-size:22px}
    #left{background:#eceef2;border-radius:9px;padding:9px 14px;margin-top:10px;font-weight:700}
    #left[aria-pressed=true]{background:#17181c;color:#fff}
    #list h4{font-size:19px;margin:22px 0 0}
    #list h3{margin:14px 0 4px;font-size:16px;display:flex;justify-content:space-between;gap:10px;
    align-items:center;background:#17181c;color:#fff;border-radius:9px;padding:8px 12px;
    overflow-wrap:anywhere}
    #list h3 small{color:#c9ccd3;white-space:nowrap}
    ol{list-style:none;padding:0}
    ol a{display:flex;gap:10px;padding:9px 12px;border-bottom:1px solid #e3e5ea;color:inherit;
    text-decoration:none}
    ol a>div{flex:1;min-width:0;overflow-wrap:anywhere}
    ol a.at{background:#fff6d6}
    ol i{font-style:normal;font-size:12px;color:#d12a1e;margin-left:8px}
    ol span{display:block;color:#555a64;font-size:14px}
    ol a[data-state]::after{content:attr(data-said);font-weight:700;align-self:center}
    ol a[data-state=OK]::after{color:#0b7a3b}ol a[data-state=NG]::after{color:#d12a1e}
    ol a[data-state=KEEP]::after{color:#1657c4}
    .todo ol a[data-state=OK],.todo ol a[data-state=KEEP]{display:none}
    #marks{position:fixed;inset:0;background:#fff;text-align:center;z-index:3}
    #marks>div{height:100%;display:flex;flex-direction:column;justify-content:center}
    #marks .code svg{width:min(100vw,74vh)}
    #marks h1{display:block;font-size:72px;line-height:1.1}
    #marks p{color:#555a64}
    #undo{position:absolute;left:16px;right:16px;bottom:18px;height:50px;border-radius:12px;
    background:#eceef2;font-weight:700}
    .empty{padding:40vh 20px 0;text-align:center;color:#555a64}
    @media (orientation:landscape) and (max-height:600px){
    .js section{max-width:none;padding:0 0 64px}
    .js section.on{display:grid;grid-template-columns:calc(100vh - 58px) minmax(0,1fr)}
    section .code{position:sticky;top:0;align-self:start}
    .code svg{width:calc(100vh - 58px)}
    .words{padding:44px 16px 0}
    .js #bar{left:calc(100vh - 58px)}
    .js nav{padding-top:5px;padding-bottom:calc(5px + env(safe-area-inset-bottom))}
    nav button{height:46px}
    #marks>div{flex-direction:row;align-items:center;gap:4vw}
    #marks .code svg{width:min(60vw,100vh)}
    #undo{left:auto;width:150px}}
    """
}
